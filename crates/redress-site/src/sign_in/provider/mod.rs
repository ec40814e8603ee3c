//! The council's own sign-in service, by OpenID Connect: people sign in there, and it says who they are.
//!
//! The code flow with PKCE, a state and a nonce. All three come from one secret that waits in a cookie of this browser, so
//! an answer that another browser asked for is of no use here.

/// Which roles the service's groups give.
pub mod groups;
/// Asking the service.
mod http;

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreRevocableToken, CoreRevocationErrorResponse,
    CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AccessToken, AdditionalClaims, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, IdTokenClaims, IdTokenFields, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, Scope, StandardErrorResponse, StandardTokenResponse, SubjectIdentifier, TokenResponse, UserInfoClaims,
};
use redress::sign_in::secret::Secret;
use redress_store::chain::sha256;
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use crate::sign_in::mail::is_here;

use groups::Groups;
use http::{Asking, NoAnswer};

/// What the service says of itself is asked again after so long.
const KNOWN_FOR: Duration = Duration::from_secs(300);

/// The service as the installation names it.
#[derive(Clone)]
pub struct Provider {
    issuer: IssuerUrl,
    client: ClientId,
    secret: Option<Secret>,
    groups: Groups,
    asking: Asking,
    known: Arc<Mutex<Option<(Instant, CoreProviderMetadata)>>>,
}

impl fmt::Debug for Provider {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Provider").field("issuer", &self.issuer.as_str()).field("groups", &self.groups).finish_non_exhaustive()
    }
}

/// The claims that are not standard: groups.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Extra {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    groups: Vec<String>,
}

impl AdditionalClaims for Extra {}

type Fields = IdTokenFields<Extra, EmptyExtraTokenFields, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;
type Tokens = StandardTokenResponse<Fields, CoreTokenType>;
type Ready = Client<
    Extra,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Who somebody is, as the service says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The issuer and the service's own name for the person; it stays the same for good.
    pub subject: String,
    /// The e-mail address, where the service has verified it.
    pub email: Option<String>,
    /// The groups that the person is in.
    pub groups: Vec<String>,
}

/// Why nobody could be signed in.
#[derive(Debug, thiserror::Error)]
pub enum Unknown {
    /// The service could not be reached, or its answer cannot be read.
    #[error("the council's sign-in service could not be asked: {0}")]
    Unasked(String),
    /// What it answered is not for this browser, not from this service or not fresh.
    #[error("the council's sign-in service gave an answer that does not hold: {0}")]
    Untrue(String),
}

impl Provider {
    /// A service by its issuer; TLS or this machine itself.
    pub fn open(issuer: &str, client: &str, secret: Option<Secret>, groups: Groups) -> anyhow::Result<Provider> {
        let near = issuer.strip_prefix("http://").is_some_and(is_here);
        ensure!(issuer.starts_with("https://") || near, "--oidc-issuer must begin with https://");
        let issuer = IssuerUrl::new(issuer.into()).context("--oidc-issuer is no address")?;
        Ok(Provider { issuer, client: ClientId::new(client.into()), secret, groups, asking: Asking::new()?, known: Arc::default() })
    }

    /// Which roles the service's groups give.
    pub fn groups(&self) -> &Groups {
        &self.groups
    }

    /// The address at the service to which a browser is sent; it comes back to `back`.
    pub async fn away(&self, trip: &Secret, back: &str) -> Result<String, Unknown> {
        let (state, nonce, verifier) = parts(trip);
        let ready = self.ready(back).await?;
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
        let request = ready.authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || CsrfToken::new(state), move || nonce);
        let scopes = ["email", "profile"].into_iter().chain(self.groups.asked()).map(|scope| Scope::new(scope.into()));
        let (address, _, _) = request.add_scopes(scopes).set_pkce_challenge(challenge).url();
        Ok(address.into())
    }

    /// Whether an answer's state is that of a trip of this browser.
    pub fn is_of(trip: &Secret, state: &str) -> bool {
        super::visitor::same(&parts(trip).0, state)
    }

    /// Who came back with a code.
    pub async fn back(&self, trip: &Secret, code: &str, back: &str) -> Result<Known, Unknown> {
        let (_, nonce, verifier) = parts(trip);
        let ready = self.ready(back).await?;
        let http = self.asking.closure();
        let request = ready.exchange_code(AuthorizationCode::new(code.into())).map_err(|e| Unknown::Unasked(e.to_string()))?;
        let tokens = request.set_pkce_verifier(verifier).request_async(&http).await.map_err(|e| Unknown::Unasked(e.to_string()))?;
        let token = tokens.id_token().ok_or_else(|| Unknown::Untrue("there is no identity in it".into()))?;
        let claims = token.claims(&ready.id_token_verifier(), &nonce).map_err(|e| Unknown::Untrue(e.to_string()))?;
        let mut known = self.of_token(claims);
        if known.email.is_none() || known.groups.is_empty() {
            self.of_userinfo(&ready, tokens.access_token(), claims.subject(), &mut known).await?;
        }
        Ok(known)
    }

    fn of_token(&self, claims: &IdTokenClaims<Extra, CoreGenderClaim>) -> Known {
        let email = claims.email().filter(|_| claims.email_verified() == Some(true));
        Known {
            subject: format!("{} {}", self.issuer.as_str(), claims.subject().as_str()),
            email: email.map(|e| e.as_str().to_string()),
            groups: claims.additional_claims().groups.clone(),
        }
    }

    /// Many services keep address and groups out of the token and tell them only here.
    async fn of_userinfo(&self, ready: &Ready, token: &AccessToken, subject: &SubjectIdentifier, known: &mut Known) -> Result<(), Unknown> {
        let Ok(request) = ready.user_info(token.clone(), Some(subject.clone())) else { return Ok(()) };
        let http = self.asking.closure();
        let told: UserInfoClaims<Extra, CoreGenderClaim> =
            request.request_async(&http).await.map_err(|e| Unknown::Unasked(e.to_string()))?;
        if told.email_verified() == Some(true) {
            known.email = known.email.take().or_else(|| told.email().map(|e| e.as_str().to_string()));
        }
        known.groups.extend(told.additional_claims().groups.iter().cloned());
        Ok(())
    }

    async fn ready(&self, back: &str) -> Result<Ready, Unknown> {
        let back = RedirectUrl::new(back.into()).map_err(|e| Unknown::Unasked(e.to_string()))?;
        let secret = self.secret.as_ref().map(|s| ClientSecret::new(s.expose().into()));
        Ok(Client::from_provider_metadata(self.metadata().await?, self.client.clone(), secret).set_redirect_uri(back))
    }

    async fn metadata(&self) -> Result<CoreProviderMetadata, Unknown> {
        let mut known = self.known.lock().await;
        if let Some((since, metadata)) = known.as_ref().filter(|(since, _)| since.elapsed() < KNOWN_FOR) {
            let _ = since;
            return Ok(metadata.clone());
        }
        let http = self.asking.closure();
        let metadata = CoreProviderMetadata::discover_async(self.issuer.clone(), &http).await;
        let metadata = metadata.map_err(|e: openidconnect::DiscoveryError<NoAnswer>| Unknown::Unasked(e.to_string()))?;
        *known = Some((Instant::now(), metadata.clone()));
        Ok(metadata)
    }
}

/// State, nonce and verifier of a trip.
fn parts(trip: &Secret) -> (String, Nonce, PkceCodeVerifier) {
    let part = |name: &str| sha256(format!("{name} {}", trip.expose()).as_bytes());
    (part("state"), Nonce::new(part("nonce")), PkceCodeVerifier::new(part("verifier")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_parts_of_a_trip_are_not_alike_and_another_trips_state_is_none_of_ours() {
        let (one, other) = (Secret::new("ab".repeat(32)), Secret::new("cd".repeat(32)));
        let (state, nonce, verifier) = parts(&one);
        assert!(state != *nonce.secret() && state != *verifier.secret());
        assert!(Provider::is_of(&one, &state) && !Provider::is_of(&other, &state) && !Provider::is_of(&one, ""));
    }

    #[test]
    fn a_service_is_reached_over_tls_and_its_secret_is_shown_nowhere() {
        assert!(Provider::open("http://login.example", "redress", None, Groups::default()).is_err());
        let provider = Provider::open("https://login.example", "redress", Some(Secret::new("opensesame")), Groups::default()).expect("one");
        assert!(!format!("{provider:?}").contains("opensesame"));
    }
}
