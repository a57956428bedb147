//! Formats in each of the crates that carry them: lenient to read, exact to write.

use crate::runtime::{Formatted, TextFormat, has_format};

/// What a text is read as, printed again; the error if it is refused.
fn read<T: TextFormat>(text: &str) -> Result<String, String> {
    Formatted::<T>::from_text(text)
        .get()
        .map(|value| value.print())
        .map_err(|error| error.to_string())
}

#[test]
fn points_in_time() {
    let cases = [
        ("2024-05-01T10:00:00Z", "2024-05-01T10:00:00Z"),
        ("2024-05-01t10:00:00z", "2024-05-01T10:00:00Z"),
        ("2024-05-01 10:00:00Z", "2024-05-01T10:00:00Z"),
        ("2024-05-01T10:00:00", "2024-05-01T10:00:00Z"),
        ("2024-05-01 10:00:00", "2024-05-01T10:00:00Z"),
        ("2024-05-01T10:00:00.25", "2024-05-01T10:00:00.25Z"),
        (" 2024-05-01 ", "2024-05-01T00:00:00Z"),
    ];
    for (text, expected) in cases {
        let normal = |text: String| text.replace(".250Z", ".25Z");
        assert_eq!(
            read::<jiff::Timestamp>(text).unwrap(),
            expected,
            "jiff {text}"
        );
        assert_eq!(
            normal(read::<chrono::DateTime<chrono::FixedOffset>>(text).unwrap()),
            expected,
            "chrono {text}"
        );
        assert_eq!(
            normal(read::<chrono::DateTime<chrono::Utc>>(text).unwrap()),
            expected,
            "chrono {text}"
        );
        assert_eq!(
            read::<time::OffsetDateTime>(text).unwrap(),
            expected,
            "time {text}"
        );
    }
    // The offset is kept where the type has one.
    let offset = "2024-05-01T10:00:00+02:00";
    assert_eq!(
        read::<chrono::DateTime<chrono::FixedOffset>>(offset).unwrap(),
        offset
    );
    assert_eq!(read::<time::OffsetDateTime>(offset).unwrap(), offset);
    assert_eq!(
        read::<jiff::Timestamp>(offset).unwrap(),
        "2024-05-01T08:00:00Z"
    );
    for text in [
        "",
        "yesterday",
        "2024-13-01T00:00:00Z",
        "1714557600",
        "ä2024-05-01",
    ] {
        assert!(read::<jiff::Timestamp>(text).is_err(), "{text}");
        assert!(
            read::<chrono::DateTime<chrono::FixedOffset>>(text).is_err(),
            "{text}"
        );
        assert!(read::<time::OffsetDateTime>(text).is_err(), "{text}");
    }
    assert!(has_format::<jiff::Timestamp>("2024-05-01T10:00:00Z"));
    assert!(!has_format::<jiff::Timestamp>("2024-05-01"));
    assert!(!has_format::<time::OffsetDateTime>("2024-05-01"));
    assert!(!has_format::<chrono::DateTime<chrono::Utc>>("2024-05-01"));
}

#[test]
fn days_and_times_of_day() {
    for text in ["2024-02-29", "2024-02-29T23:59:59Z", "2024-02-29 23:59:59"] {
        assert_eq!(
            read::<jiff::civil::Date>(text).unwrap(),
            "2024-02-29",
            "jiff {text}"
        );
        assert_eq!(
            read::<chrono::NaiveDate>(text).unwrap(),
            "2024-02-29",
            "chrono {text}"
        );
        assert_eq!(
            read::<time::Date>(text).unwrap(),
            "2024-02-29",
            "time {text}"
        );
    }
    for text in ["2023-02-29", "", "29.02.2024", "日本語日本語"] {
        assert!(read::<jiff::civil::Date>(text).is_err(), "{text}");
        assert!(read::<chrono::NaiveDate>(text).is_err(), "{text}");
        assert!(read::<time::Date>(text).is_err(), "{text}");
    }
    for text in ["10:20:30", "10:20:30Z", "10:20:30+02:00"] {
        assert_eq!(read::<jiff::civil::Time>(text).unwrap(), "10:20:30");
        assert_eq!(read::<chrono::NaiveTime>(text).unwrap(), "10:20:30");
        assert_eq!(read::<time::Time>(text).unwrap(), "10:20:30");
    }
    assert_eq!(read::<time::Time>("10:20:30.5").unwrap(), "10:20:30.5");
    assert!(
        has_format::<time::Date>("2024-02-29") && !has_format::<time::Date>("2024-02-29T00:00:00Z")
    );
    assert!(
        has_format::<chrono::NaiveTime>("10:20:30") && !has_format::<chrono::NaiveTime>("1020")
    );
}

#[test]
fn durations() {
    let cases = [
        ("PT0S", "PT0S"),
        ("PT1H30M", "PT5400S"),
        ("P1DT2H", "PT93600S"),
        ("P2W", "PT1209600S"),
        ("-PT1.5S", "-PT1.5S"),
        ("PT0.000000001S", "PT0.000000001S"),
        ("pt1,5h", "PT5400S"),
        ("PT0.1234567891H", "PT444.44444076S"),
        ("P0.333333333333333333D", "PT28799.999999999S"),
    ];
    for (text, expected) in cases {
        assert_eq!(
            read::<chrono::TimeDelta>(text).as_deref(),
            Ok(expected),
            "{text}"
        );
        assert_eq!(
            read::<time::Duration>(text).as_deref(),
            Ok(expected),
            "{text}"
        );
        assert_eq!(
            read::<time::Duration>(expected).as_deref(),
            Ok(expected),
            "{text}"
        );
    }
    let refused = [
        "",
        "P",
        "PT",
        "1H",
        "PT1",
        "P1Y",
        "P1M",
        "PT1X",
        "PT1S1H",
        "PT.S",
        "P99999999999999999999W",
        "PT--1S",
    ];
    for text in refused {
        assert!(read::<chrono::TimeDelta>(text).is_err(), "{text}");
        assert!(read::<time::Duration>(text).is_err(), "{text}");
    }
    assert!(read::<jiff::Span>("P1Y2M3DT4H").is_ok());
}
