//! The council's posts as forms and records name them: by title, with the area where two posts have the same title.

use redress_store::StoreError;
use redress_store::desk::Desk;
use redress_store::desk::account::post::Post;

/// Every post with the words that name it.
#[derive(Debug, Clone, Default)]
pub struct NamedPosts(Vec<(i64, String)>);

impl NamedPosts {
    /// The posts of the council.
    pub async fn of(desk: &Desk) -> Result<NamedPosts, StoreError> {
        Ok(NamedPosts::from(&desk.posts().await?))
    }

    /// The words of these posts.
    pub fn from(posts: &[Post]) -> NamedPosts {
        let words = |post: &Post| match &post.area {
            Some(area) if posts.iter().filter(|p| p.title == post.title).count() > 1 => format!("{} ({area})", post.title),
            _ => post.title.clone(),
        };
        NamedPosts(posts.iter().map(|p| (p.id, words(p))).collect())
    }

    /// What a form offers.
    pub fn offered(&self) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = self.0.iter().map(|(_, words)| (words.clone(), words.clone())).collect();
        all.dedup();
        all
    }

    /// The words of all.
    pub fn words(&self) -> Vec<String> {
        self.0.iter().map(|(_, words)| words.clone()).collect()
    }

    /// The post that these words name.
    pub fn id(&self, words: &str) -> Option<i64> {
        self.0.iter().find(|(_, w)| w == words).map(|(id, _)| *id)
    }

    /// The words that name a post.
    pub fn named(&self, id: i64) -> Option<&str> {
        self.0.iter().find(|(post, _)| *post == id).map(|(_, words)| words.as_str())
    }
}
