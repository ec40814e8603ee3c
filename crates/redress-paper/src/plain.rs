//! Whether bytes are plain text, in UTF-8, UTF-16 with its mark, or a Windows code page.

/// True where a person would see text: no control characters but tab, line and page breaks.
pub(crate) fn is_text(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        let big = bytes[0] == 0xFE;
        return bytes[2..].chunks(2).all(|pair| match *pair {
            [a, b] => {
                let unit = if big { u16::from_be_bytes([a, b]) } else { u16::from_le_bytes([a, b]) };
                unit >= 0x20 || u8::try_from(unit).is_ok_and(is_break)
            }
            _ => false,
        });
    }
    bytes.iter().all(|b| *b >= 0x20 && *b != 0x7F || is_break(*b))
}

fn is_break(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1A)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_told_from_bytes() {
        assert!(is_text("Café, £3\r\n".as_bytes()));
        assert!(is_text(b"Caf\xe9"));
        assert!(is_text(&[0xFF, 0xFE, b'a', 0, b'\n', 0]));
        assert!(!is_text(b"MZ\0\x01"));
    }
}
