//! Secrets that nobody can guess: 256 bits from the system, in hexadecimal.

use redress::sign_in::secret::Secret;
use redress_store::chain::hex;

use crate::failure::Failure;

/// A new secret of 64 hexadecimal digits.
pub fn secret() -> Result<Secret, Failure> {
    Ok(Secret::new(hex(&bytes::<32>()?)))
}

/// Random bytes from the system.
pub fn bytes<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| Failure::Store(format!("the system gave no random numbers: {e}").into()))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_secrets_are_long_and_not_alike() {
        let (one, other) = (secret().expect("one"), secret().expect("other"));
        assert!(one != other && one.expose().len() == 64);
    }
}
