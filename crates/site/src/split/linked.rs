//! What the linker knew of the program: where each piece of constant data lies, and who points at what.
//!
//! Read from the program as rustc links it with `--emit-relocs`, since later tools keep the addresses but not that
//! knowledge. Each statement is checked against the bytes that it is about.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasmparser::{
    BinaryReader, DataKind, ElementItems, ElementKind, KnownCustom, Linking, Name, Operator, Parser, Payload,
    RelocationEntry, RelocationType, SymbolInfo, TypeRef,
};

/// A piece of data, or a function by its place in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// An index into [`Linked::pieces`].
    Piece(usize),
    /// A slot of the function table.
    Slot(u32),
}

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Linked {
    /// Addresses of constant data, ascending, without overlap.
    pub(super) pieces: Vec<Range<u32>>,
    /// What each piece points at.
    pub(super) of_piece: Vec<BTreeSet<Target>>,
    /// What data points at that is no piece, since it may change.
    pub(super) of_variables: BTreeSet<Target>,
    /// What the code points at beside calls, by the function's name.
    pub(super) of_function: BTreeMap<String, BTreeSet<Target>>,
    /// The name of the function in each slot.
    pub(super) slots: BTreeMap<u32, String>,
    /// The address and the bytes of each segment.
    pub(super) segments: Vec<(u32, Vec<u8>)>,
}

/// The segment whose data never changes.
const CONSTANT: &str = ".rodata";

pub(super) fn said(error: impl std::fmt::Display) -> String {
    error.to_string()
}

fn place(range: &Range<u64>) -> Result<Range<usize>, String> {
    Ok(usize::try_from(range.start).map_err(said)?..usize::try_from(range.end).map_err(said)?)
}

/// The value of a constant expression of one `i32.const`.
pub(super) fn constant(expression: &wasmparser::ConstExpr<'_>) -> Result<u32, String> {
    match expression.get_operators_reader().read().map_err(said)? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => Err(format!("a segment does not begin at a constant: {other:?}")),
    }
}

/// Slot and function of every active table segment.
pub(super) fn slots(section: wasmparser::ElementSectionReader<'_>) -> Result<Vec<(u32, u32)>, String> {
    let mut out = Vec::new();
    for element in section {
        let element = element.map_err(said)?;
        let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(functions)) =
            (element.kind, element.items)
        else {
            return Err("a table segment that is not laid out at the start".to_owned());
        };
        for (slot, function) in (constant(&offset_expr)?..).zip(functions) {
            out.push((slot, function.map_err(said)?));
        }
    }
    Ok(out)
}

/// Names of functions and of data segments.
pub(super) type Names = BTreeMap<u32, String>;

/// What the name section says.
pub(super) fn names(section: wasmparser::NameSectionReader<'_>) -> Result<(Names, Names), String> {
    let (mut functions, mut segments) = (Names::new(), Names::new());
    for part in section {
        let (map, out) = match part.map_err(said)? {
            Name::Function(map) => (map, &mut functions),
            Name::Data(map) => (map, &mut segments),
            _ => continue,
        };
        for naming in map {
            let naming = naming.map_err(said)?;
            out.insert(naming.index, naming.name.to_owned());
        }
    }
    Ok((functions, segments))
}

#[derive(Clone, Copy)]
enum Symbol {
    Function(u32),
    /// Segment, offset in it, length.
    Data(u32, u32, u32),
    /// Globals, sections, and data that is defined nowhere.
    Other,
}

/// The file's parts, before anything is concluded.
#[derive(Default)]
struct Parts {
    imported: u32,
    /// Where the functions' bodies stand in the file.
    bodies: Vec<Range<usize>>,
    /// Where the contents of the two sections begin.
    code: usize,
    data: usize,
    /// Address, and place in the file.
    segments: Vec<(u32, Range<usize>)>,
    slots: Vec<(u32, u32)>,
    names: Names,
    segment_names: Names,
    symbols: Vec<Symbol>,
    of_code: Vec<RelocationEntry>,
    of_data: Vec<RelocationEntry>,
}

impl Parts {
    fn of(wasm: &[u8]) -> Result<Self, String> {
        let mut out = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.map_err(said)? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let is_function = matches!(import.map_err(said)?.ty, TypeRef::Func(_));
                        out.imported += u32::from(is_function);
                    }
                }
                Payload::ElementSection(section) => out.slots = slots(section)?,
                Payload::CodeSectionStart { unchecked_range, .. } => {
                    out.code = place(&unchecked_range)?.start;
                }
                Payload::CodeSectionEntry(body) => out.bodies.push(place(&body.range())?),
                Payload::DataSection(section) => {
                    out.data = place(&section.range())?.start;
                    for data in section {
                        let data = data.map_err(said)?;
                        let DataKind::Active { offset_expr, .. } = &data.kind else {
                            return Err("data that is not laid out at the start".to_owned());
                        };
                        let end = place(&data.range)?.end;
                        out.segments.push((constant(offset_expr)?, end - data.data.len()..end));
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Name(known) => (out.names, out.segment_names) = names(known)?,
                    KnownCustom::Linking(known) => {
                        for part in known.subsections() {
                            let Linking::SymbolTable(symbols) = part.map_err(said)? else { continue };
                            for symbol in symbols {
                                out.symbols.push(match symbol.map_err(said)? {
                                    SymbolInfo::Func { index, .. } => Symbol::Function(index),
                                    SymbolInfo::Data { symbol: Some(one), .. } => {
                                        Symbol::Data(one.index, one.offset, one.size)
                                    }
                                    _ => Symbol::Other,
                                });
                            }
                        }
                    }
                    KnownCustom::Reloc(known) => {
                        let entries: Result<Vec<_>, _> = known.entries().into_iter().collect();
                        match section.name() {
                            "reloc.CODE" => out.of_code = entries.map_err(said)?,
                            "reloc.DATA" => out.of_data = entries.map_err(said)?,
                            _ => {}
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        if out.of_code.is_empty() || out.of_data.is_empty() || out.symbols.is_empty() {
            return Err("the linked program does not say what points at what (--emit-relocs)".to_owned());
        }
        Ok(out)
    }

    fn address(&self, segment: u32, offset: u32) -> Result<u32, String> {
        self.segments
            .get(segment as usize)
            .map(|(address, _)| address + offset)
            .ok_or("no such segment".to_owned())
    }

    /// What one relocation points at, held against the bytes that it is about.
    fn target(
        &self,
        entry: &RelocationEntry,
        wasm: &[u8],
        at: usize,
        out: &Linked,
    ) -> Result<Option<Target>, String> {
        let mut reader = BinaryReader::new(wasm.get(at..).ok_or("a relocation behind the end")?, 0);
        let written = match entry.ty {
            RelocationType::TableIndexSleb | RelocationType::MemoryAddrSleb => {
                reader.read_var_i32().map_err(said)?.cast_unsigned()
            }
            RelocationType::MemoryAddrLeb => reader.read_var_u32().map_err(said)?,
            RelocationType::TableIndexI32 | RelocationType::MemoryAddrI32 => {
                reader.read_u32().map_err(said)?
            }
            // Calls, types and globals are read from the code itself.
            RelocationType::FunctionIndexLeb
            | RelocationType::TypeIndexLeb
            | RelocationType::GlobalIndexLeb
            | RelocationType::TableNumberLeb => return Ok(None),
            other => return Err(format!("an unknown kind of relocation: {other:?}")),
        };
        let symbol = self.symbols.get(entry.index as usize).copied().ok_or("a relocation of no symbol")?;
        match symbol {
            Symbol::Function(function) => {
                let slot = self.slots.iter().find(|(slot, known)| *known == function && *slot == written);
                // A function that was left out stands for zero.
                match slot {
                    Some((slot, _)) => Ok(Some(Target::Slot(*slot))),
                    None if written == 0 => Ok(None),
                    None => Err(format!("slot {written} does not hold function {function}")),
                }
            }
            Symbol::Data(segment, offset, _) => {
                let address = self.address(segment, offset)?;
                let said = i64::from(address) + entry.addend;
                if i64::from(written) != said {
                    return Err(format!("{written} is written where {said} is said"));
                }
                // The symbol's own piece, wherever the addend leads. Its start may be its end: then nothing is there.
                Ok(out.piece_at(address).map(Target::Piece))
            }
            Symbol::Other => Ok(None),
        }
    }
}

impl Linked {
    /// Reads a linked program.
    pub(super) fn read(wasm: &[u8]) -> Result<Self, String> {
        let parts = Parts::of(wasm)?;
        let mut out = Self::default();
        for (address, file) in &parts.segments {
            out.segments.push((*address, wasm.get(file.clone()).unwrap_or_default().to_vec()));
        }
        for (slot, function) in &parts.slots {
            out.slots.insert(*slot, parts.names.get(function).cloned().unwrap_or_default());
        }
        let mut pieces: Vec<Range<u32>> = Vec::new();
        for symbol in &parts.symbols {
            let Symbol::Data(segment, offset, length) = *symbol else { continue };
            let is_constant =
                parts.segment_names.get(&segment).is_some_and(|name| name.starts_with(CONSTANT));
            if is_constant && length > 0 {
                let address = parts.address(segment, offset)?;
                pieces.push(address..address + length);
            }
        }
        pieces.sort_by_key(|piece| (piece.start, piece.end));
        // Symbols that share bytes are one piece.
        for piece in pieces {
            match out.pieces.last_mut() {
                Some(last) if piece.start < last.end => last.end = last.end.max(piece.end),
                _ => out.pieces.push(piece),
            }
        }
        if out.pieces.is_empty() {
            return Err(format!("no segment of constant data: {:?}", parts.segment_names));
        }
        out.of_piece = vec![BTreeSet::new(); out.pieces.len()];
        for entry in &parts.of_data {
            let at = parts.data + entry.offset as usize;
            let Some(target) = parts.target(entry, wasm, at, &out)? else { continue };
            let (address, file) = parts
                .segments
                .iter()
                .find(|(_, file)| file.contains(&at))
                .ok_or("a relocation outside of data")?;
            let address = address + u32::try_from(at - file.start).map_err(said)?;
            match out.piece_at(address) {
                Some(piece) => out.of_piece.get_mut(piece).ok_or("no such piece")?.insert(target),
                None => out.of_variables.insert(target),
            };
        }
        for entry in &parts.of_code {
            let at = parts.code + entry.offset as usize;
            let Some(target) = parts.target(entry, wasm, at, &out)? else { continue };
            let body = parts.bodies.partition_point(|body| body.end <= at);
            let index = parts.imported + u32::try_from(body).map_err(said)?;
            let name = parts.names.get(&index).ok_or_else(|| format!("function {index} has no name"))?;
            out.of_function.entry(name.clone()).or_default().insert(target);
        }
        // A function that points at nothing is known all the same.
        for name in parts.names.into_values() {
            out.of_function.entry(name).or_default();
        }
        Ok(out)
    }

    /// The piece that an address lies in.
    pub(super) fn piece_at(&self, address: u32) -> Option<usize> {
        let at = self.pieces.partition_point(|piece| piece.end <= address);
        self.pieces.get(at).filter(|piece| piece.contains(&address)).map(|_| at)
    }
}
