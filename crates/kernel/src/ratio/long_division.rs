//! Division by hand, digit after digit, so that no fraction of 128-bit parts is too large or too fine to be
//! shown. Not for reckoning: the fraction itself stays exact.

/// The digits of `top / bottom` times ten to the `places`, rounded half up. `bottom` is above zero and
/// below 2^127.
pub(super) fn rounded(top: u128, bottom: u128, places: usize) -> String {
    let mut digits: Vec<u8> = (top / bottom).to_string().into_bytes();
    let mut rest = top % bottom;
    for _ in 0..places {
        let (digit, next) = times_ten(rest, bottom);
        digits.push(b'0' + digit);
        rest = next;
    }
    if rest >= bottom - rest {
        add_one(&mut digits);
    }
    digits.into_iter().map(char::from).collect()
}

/// Ten times `rest` over `bottom`, as a digit and the new rest, by additions that cannot overflow:
/// `rest < bottom < 2^127`, so a sum of two rests is below 2^128.
fn times_ten(rest: u128, bottom: u128) -> (u8, u128) {
    let add = |(p, a): (u8, u128), (q, b): (u8, u128)| {
        let sum = a + b;
        if sum >= bottom { (p + q + 1, sum - bottom) } else { (p + q, sum) }
    };
    let one = (0, rest);
    let two = add(one, one);
    let five = add(add(two, two), one);
    add(five, five)
}

/// Adds one to a number written in ASCII digits.
fn add_one(digits: &mut Vec<u8>) {
    for digit in digits.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return;
        }
        *digit = b'0';
    }
    digits.insert(0, b'1');
}
