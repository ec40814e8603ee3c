//! The council's posts as forms and records name them: by title, with the area where two posts have the same title. Decisions
//! call a post by other names too; each leads to one post.

use redress_store::StoreError;
use redress_store::desk::Desk;
use redress_store::desk::account::post::Post;

/// Every post with the words that name it.
#[derive(Debug, Clone, Default)]
pub struct NamedPosts {
    titles: Vec<(i64, String)>,
    /// Other names.
    others: Vec<(i64, String)>,
}

impl NamedPosts {
    /// The posts of the council.
    pub async fn of(desk: &Desk) -> Result<NamedPosts, StoreError> {
        let others = desk.post_aliases().await?.into_iter().map(|(name, id)| (id, name)).collect();
        Ok(NamedPosts { others, ..NamedPosts::from(&desk.posts().await?) })
    }

    /// The words of these posts.
    pub fn from(posts: &[Post]) -> NamedPosts {
        let words = |post: &Post| match &post.area {
            Some(area) if posts.iter().filter(|p| p.title == post.title).count() > 1 => format!("{} ({area})", post.title),
            _ => post.title.clone(),
        };
        NamedPosts { titles: posts.iter().map(|p| (p.id, words(p))).collect(), others: Vec::new() }
    }

    /// What a form offers.
    pub fn offered(&self) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = self.titles.iter().map(|(_, words)| (words.clone(), words.clone())).collect();
        all.dedup();
        all
    }

    /// The words of all.
    pub fn words(&self) -> Vec<String> {
        self.titles.iter().map(|(_, words)| words.clone()).collect()
    }

    /// Everything that a text may call a post: the titles, then the other names.
    pub fn names(&self) -> Vec<String> {
        self.titles.iter().chain(&self.others).map(|(_, name)| name.clone()).collect()
    }

    /// The titles of the posts that these names lead to, each once.
    pub fn titles_of(&self, names: &[String]) -> Vec<String> {
        let mut titles: Vec<String> = Vec::new();
        for title in names.iter().filter_map(|name| self.title_of(name)) {
            if !titles.iter().any(|known| known == title) {
                titles.push(title.to_string());
            }
        }
        titles
    }

    /// The title of the post that a name leads to: its own, or another one.
    pub fn title_of(&self, name: &str) -> Option<&str> {
        let same = |(_, known): &&(i64, String)| known.to_lowercase() == name.to_lowercase();
        let found = self.titles.iter().find(same).or_else(|| self.others.iter().find(same));
        found.and_then(|(id, _)| self.named(*id))
    }

    /// The post that these words name.
    pub fn id(&self, words: &str) -> Option<i64> {
        self.titles.iter().find(|(_, w)| w == words).map(|(id, _)| *id)
    }

    /// The words that name a post.
    pub fn named(&self, id: i64) -> Option<&str> {
        self.titles.iter().find(|(post, _)| *post == id).map(|(_, words)| words.as_str())
    }
}
