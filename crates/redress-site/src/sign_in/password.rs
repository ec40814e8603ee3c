//! Hashing and verifying passwords: argon2id, slow on purpose, away from the threads that answer, a few at a time.

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use redress::sign_in::secret::Secret;
use tokio::sync::Semaphore;

use super::random;
use crate::failure::Failure;

/// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
/// Each holds its memory while it runs.
static AT_ONCE: Semaphore = Semaphore::const_new(4);
/// Verified for a name that nobody has, so that the answer takes as long.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5MDAwMA$V2VyZSBpdCBhIGhhc2gsIG5vYm9keSBrbmV3IGl0cyA";

fn argon2() -> Result<Argon2<'static>, Failure> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|_| failed())?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The hash to keep.
pub async fn hash(password: Secret) -> Result<Secret, Failure> {
    let salt = random::bytes::<16>()?;
    let hashing = move || -> Result<Secret, Failure> {
        let hash = argon2()?.hash_password_with_salt(password.expose().as_bytes(), &salt).map_err(|_| failed())?;
        Ok(Secret::new(hash.to_string()))
    };
    aside(hashing).await?
}

/// Whether a password fits a hash; without a hash it takes as long and never fits.
pub async fn fits(password: Secret, hash: Option<Secret>) -> Result<bool, Failure> {
    let verifying = move || -> Result<bool, Failure> {
        let kept = hash.as_ref().map_or(NOBODYS, Secret::expose);
        Ok(argon2()?.verify_password(password.expose().as_bytes(), kept).is_ok() && hash.is_some())
    };
    aside(verifying).await?
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    let _turn = AT_ONCE.acquire().await.map_err(|_| failed())?;
    tokio::task::spawn_blocking(work).await.map_err(|_| failed())
}

fn failed() -> Failure {
    Failure::Store("a password could not be hashed".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_password_fits_its_hash_and_nothing_fits_nobody() {
        let hash = hash(Secret::new("a small wet otter")).await.expect("hashed");
        assert!(hash.expose().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(fits(Secret::new("a small wet otter"), Some(hash.clone())).await.expect("verified"));
        assert!(!fits(Secret::new("a small wet Otter"), Some(hash)).await.expect("verified"));
        assert!(!fits(Secret::new("a small wet otter"), None).await.expect("verified"));
    }

    #[test]
    fn the_hash_that_nobody_has_costs_what_a_real_one_does() {
        // It must be readable, or a name that nobody has would be answered at once.
        let error = argon2().expect("argon2").verify_password(b"x", NOBODYS).expect_err("fits nobody");
        assert_eq!(error, argon2::password_hash::Error::PasswordInvalid);
    }
}
