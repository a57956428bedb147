//! A log as a Parquet file.
//!
//! Input: the lines of a log that is whole. Output: a file beside it, an event a row: a column for each property that the
//! vendor's document declares, of its type, and the column `rest` with all that no column can hold. Invariant: the file is
//! replaced as a whole, once it is on the disk: at any moment there is a complete one or none.

use std::fs::{self, File};
use std::io::{BufRead, Write};
use std::path::Path;
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;

use super::columns::{Cell, Column, Kind, Row, columns, row};

/// How many events are in memory at once.
const GROUP: usize = 10_000;

/// Writes the file from the lines of a log.
pub(super) fn write(lines: impl BufRead, operation: &str, path: &Path) -> Result<(), String> {
    write_rows(lines, columns(operation), path)
        .map_err(|error| format!("{}: {error}", path.display()))
}

fn write_rows(
    lines: impl BufRead,
    columns: &[Column],
    path: &Path,
) -> Result<(), Box<dyn std::error::Error>> {
    let new = path.with_extension("parquet.new");
    let schema = Arc::new(parse_message_type(&schema(columns))?);
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY);
    let properties = Arc::new(properties.build());
    let mut writer = SerializedFileWriter::new(File::create(&new)?, schema, properties)?;
    let mut rows = Vec::new();
    for line in lines.lines() {
        rows.push(row(serde_json::from_str(&line?)?, columns));
        if rows.len() == GROUP {
            put(&mut writer, columns, &rows)?;
            rows.clear();
        }
    }
    if !rows.is_empty() {
        put(&mut writer, columns, &rows)?;
    }
    writer.into_inner()?.sync_all()?;
    fs::rename(new, path)?;
    super::log::sync_folder(path)?;
    Ok(())
}

/// The schema in Parquet's own language.
fn schema(columns: &[Column]) -> String {
    let fields = columns.iter().map(|column| {
        let (kind, meaning) = match column.1 {
            Kind::Text => ("BYTE_ARRAY", " (UTF8)"),
            Kind::Json => ("BYTE_ARRAY", " (JSON)"),
            Kind::Integer => ("INT64", ""),
            Kind::Flag => ("BOOLEAN", ""),
            Kind::Time => ("INT64", " (TIMESTAMP(MICROS,true))"),
        };
        format!("OPTIONAL {kind} {}{meaning};", column.name())
    });
    let fields = fields.collect::<Vec<_>>().join(" ");
    format!("message event {{ {fields} OPTIONAL BYTE_ARRAY rest (JSON); }}")
}

/// Writes a group of rows.
fn put<W: Write + Send>(
    writer: &mut SerializedFileWriter<W>,
    columns: &[Column],
    rows: &[Row],
) -> Result<(), ParquetError> {
    let mut group = writer.next_row_group()?;
    for (index, column) in columns.iter().enumerate() {
        let cells = rows.iter().map(|row| row.cells.get(index)?.as_ref());
        let Some(mut place) = group.next_column()? else {
            return Err(ParquetError::General("there are fewer columns".into()));
        };
        put_column(&mut place, column.1, &cells.collect::<Vec<_>>())?;
        place.close()?;
    }
    let rest: Vec<_> = rows
        .iter()
        .map(|row| row.rest.clone().map(Cell::Text))
        .collect();
    if let Some(mut place) = group.next_column()? {
        let rest: Vec<_> = rest.iter().map(Option::as_ref).collect();
        put_column(&mut place, Kind::Json, &rest)?;
        place.close()?;
    }
    group.close()?;
    Ok(())
}

fn put_column(
    place: &mut SerializedColumnWriter<'_>,
    kind: Kind,
    cells: &[Option<&Cell>],
) -> Result<usize, ParquetError> {
    let levels: Vec<i16> = cells.iter().map(|cell| i16::from(cell.is_some())).collect();
    let levels = Some(&*levels);
    let there = cells.iter().flatten();
    match kind {
        Kind::Text | Kind::Json => {
            let texts = there.filter_map(|cell| match cell {
                Cell::Text(text) => Some(ByteArray::from(text.as_str())),
                Cell::Number(_) | Cell::Flag(_) => None,
            });
            let texts: Vec<_> = texts.collect();
            place
                .typed::<ByteArrayType>()
                .write_batch(&texts, levels, None)
        }
        Kind::Integer | Kind::Time => {
            let numbers = there.filter_map(|cell| match cell {
                Cell::Number(number) => Some(*number),
                Cell::Text(_) | Cell::Flag(_) => None,
            });
            let numbers: Vec<_> = numbers.collect();
            place
                .typed::<Int64Type>()
                .write_batch(&numbers, levels, None)
        }
        Kind::Flag => {
            let flags = there.filter_map(|cell| match cell {
                Cell::Flag(flag) => Some(*flag),
                Cell::Text(_) | Cell::Number(_) => None,
            });
            let flags: Vec<_> = flags.collect();
            place.typed::<BoolType>().write_batch(&flags, levels, None)
        }
    }
}
