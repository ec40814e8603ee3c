//! The words as the index knows them: lower case, without accents, stemmed; the Ombudsman's names made one word.

use tantivy::tokenizer::{
    AsciiFoldingFilter, Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, TextAnalyzer, Token, TokenFilter, TokenStream,
    Tokenizer,
};

/// The name under which the index asks for them.
pub(super) const ENGLISH: &str = "redress_english";

/// The analyser for titles, texts and queries alike.
pub(super) fn english() -> TextAnalyzer {
    TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(60))
        .filter(LowerCaser)
        .filter(AsciiFoldingFilter)
        .filter(OneOmbudsman)
        .filter(Stemmer::new(Language::English))
        .build()
}

/// `LGO`, `LGSCO` and `Ombudsmen` read as `ombudsman`: councils use them for one office.
#[derive(Clone)]
struct OneOmbudsman;

impl TokenFilter for OneOmbudsman {
    type Tokenizer<T: Tokenizer> = OneOmbudsmanOver<T>;

    fn transform<T: Tokenizer>(self, tokenizer: T) -> OneOmbudsmanOver<T> {
        OneOmbudsmanOver(tokenizer)
    }
}

#[derive(Clone)]
struct OneOmbudsmanOver<T>(T);

impl<T: Tokenizer> Tokenizer for OneOmbudsmanOver<T> {
    type TokenStream<'a> = OneOmbudsmanStream<T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        OneOmbudsmanStream(self.0.token_stream(text))
    }
}

struct OneOmbudsmanStream<S>(S);

impl<S: TokenStream> TokenStream for OneOmbudsmanStream<S> {
    fn advance(&mut self) -> bool {
        if !self.0.advance() {
            return false;
        }
        if matches!(self.0.token().text.as_str(), "lgo" | "lgsco" | "ombudsmen" | "ombudsman") {
            let token = self.0.token_mut();
            token.text.clear();
            token.text.push_str("ombudsman");
        }
        true
    }

    fn token(&self) -> &Token {
        self.0.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.0.token_mut()
    }
}
