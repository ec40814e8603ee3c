//! The program itself, started as an operator starts it, with everything that it says.

use std::io::Read;
use std::process::{Child, Stdio};

use super::world::World;

/// A started program; it ends with the story.
pub struct Spawned {
    child: Child,
    pub base: String,
}

impl Spawned {
    /// `redress serve` with these arguments and settings, once it answers.
    pub async fn serve(world: &World, arguments: &[&str], settings: &[(&str, &str)]) -> Spawned {
        let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a port").port();
        let listen = format!("127.0.0.1:{port}");
        let all: Vec<&str> = ["serve", "--listen", &listen].into_iter().chain(arguments.iter().copied()).collect();
        let mut command = world.command(&all);
        command.envs(settings.iter().copied()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let spawned = Spawned { child: command.spawn().expect("started"), base: format!("http://{listen}") };
        let _ = rustls::crypto::ring::default_provider().install_default();
        for _ in 0..400 {
            if std::net::TcpStream::connect(&listen).is_ok() {
                return spawned;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("it does not answer: {}", spawned.said());
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Stops it; gives everything that it said.
    pub fn said(mut self) -> String {
        let _ = self.child.kill();
        let mut said = String::new();
        let _ = self.child.stdout.take().map(|mut pipe| pipe.read_to_string(&mut said));
        let _ = self.child.stderr.take().map(|mut pipe| pipe.read_to_string(&mut said));
        said
    }
}

impl Drop for Spawned {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
