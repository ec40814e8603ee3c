//! Points, rectangles, and the matrix that carries a drawing onto the page.

/// `a b c d e f` as PDF writes them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub [f64; 6]);

impl Matrix {
    pub const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First this, then the other.
    pub fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, other.0);
        Self([a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l])
    }

    pub fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    pub fn carry(self, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// By how much it makes things larger.
    pub fn scale(self) -> f64 {
        let [a, b, c, d, ..] = self.0;
        (a * d - b * c).abs().sqrt()
    }

    /// Whether boxes stay boxes: no turn but by quarters.
    pub fn is_square(self) -> bool {
        let [a, b, c, d, ..] = self.0.map(f64::abs);
        let largest = a.max(b).max(c).max(d) * 0.02;
        b <= largest && c <= largest || a <= largest && d <= largest
    }
}

/// A rectangle along the axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub left: f64,
    pub bottom: f64,
    pub right: f64,
    pub top: f64,
}

impl Rect {
    pub const EVERYTHING: Self = Self { left: -1e9, bottom: -1e9, right: 1e9, top: 1e9 };

    /// The smallest that holds all points; none for no point.
    pub fn around(points: &[(f64, f64)]) -> Option<Self> {
        let mut points = points.iter().filter(|(x, y)| x.is_finite() && y.is_finite());
        let (x, y) = *points.next()?;
        let mut rect = Self { left: x, bottom: y, right: x, top: y };
        for (x, y) in points {
            rect.left = rect.left.min(*x);
            rect.right = rect.right.max(*x);
            rect.bottom = rect.bottom.min(*y);
            rect.top = rect.top.max(*y);
        }
        Some(rect)
    }

    pub fn of([a, b, c, d]: [f64; 4]) -> Self {
        Self { left: a.min(c), bottom: b.min(d), right: a.max(c), top: b.max(d) }
    }

    /// The unit square or any rectangle, carried onto the page.
    pub fn carried(self, matrix: Matrix) -> Self {
        let corners = [(self.left, self.bottom), (self.right, self.bottom), (self.right, self.top), (self.left, self.top)];
        Self::around(&corners.map(|c| matrix.carry(c))).unwrap_or(self)
    }

    pub fn width(self) -> f64 {
        self.right - self.left
    }

    pub fn height(self) -> f64 {
        self.top - self.bottom
    }

    pub fn area(self) -> f64 {
        self.width().max(0.0) * self.height().max(0.0)
    }

    pub fn and(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            bottom: self.bottom.max(other.bottom),
            right: self.right.min(other.right),
            top: self.top.min(other.top),
        }
    }

    pub fn wider(self, by: f64) -> Self {
        Self { left: self.left - by, bottom: self.bottom - by, right: self.right + by, top: self.top + by }
    }

    pub fn holds(self, (x, y): (f64, f64)) -> bool {
        x >= self.left && x <= self.right && y >= self.bottom && y <= self.top
    }
}

/// The area within a ring of points, with the sign of its direction.
pub(super) fn ring_area(points: &[(f64, f64)]) -> f64 {
    let next = points.iter().cycle().skip(1);
    points.iter().zip(next).map(|((ax, ay), (bx, by))| ax * by - bx * ay).sum::<f64>() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_carries_and_combines() {
        let twice = Matrix([2.0, 0.0, 0.0, 2.0, 0.0, 0.0]);
        assert_eq!(twice.then(Matrix::shift(1.0, 0.0)).carry((1.0, 1.0)), (3.0, 2.0));
        assert_eq!(Matrix::shift(1.0, 0.0).then(twice).carry((1.0, 1.0)), (4.0, 2.0));
        assert!(Matrix([0.0, 1.0, -1.0, 0.0, 5.0, 5.0]).is_square());
        assert!(!Matrix([0.7, 0.7, -0.7, 0.7, 0.0, 0.0]).is_square());
    }

    #[test]
    fn a_ring_has_a_direction() {
        let square = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0)];
        assert_eq!(ring_area(&square), 4.0);
        assert_eq!(ring_area(&[(0.0, 0.0), (0.0, 2.0), (2.0, 2.0), (2.0, 0.0)]), -4.0);
        assert_eq!(Rect::around(&square), Some(Rect::of([2.0, 2.0, 0.0, 0.0])));
    }
}
