//! The quarter.
