//! Divides the program in two: what the first result needs, and what may come a moment later.
//!
//! The second part is what can be reached only through the functions of one module, the doors
//! (`crates/web/src/later.rs`), with the constant data that nothing else points at. The first part calls a door by its
//! slot in the function table. As long as the second part is not there the slot is empty and the call stops the
//! program: nothing can go on with half of it. No source is divided, and both parts use one memory, one table, one
//! stack.
//!
//! Both come out larger than they need be; `wasm-opt` follows.

mod graph;
mod linked;
mod write;

use graph::{Division, Program};
use linked::{Linked, said};
use std::ops::Range;
use wasmparser::{DataKind, Parser, Payload};

/// The two parts.
pub(crate) struct Parts {
    /// Runs alone.
    pub(crate) first: Vec<u8>,
    /// Is made with the exports of the first as its imports, under the module name `0`.
    pub(crate) second: Vec<u8>,
    /// How many doors there are.
    pub(crate) doors: usize,
    /// How it went, in words.
    pub(crate) said: String,
}

/// Divides `bound`, which wasm-bindgen made of `linked`. Both must have kept the names of functions.
pub(crate) fn split(linked: &[u8], bound: &[u8], is_door: impl Fn(&str) -> bool) -> Result<Parts, String> {
    let linked = Linked::read(linked)?;
    let program = Program::read(bound)?;
    let division = program.divide(&linked, is_door)?;
    if division.doors.is_empty() {
        return Err("the first part never calls the second".to_owned());
    }
    let bytes: u32 = division
        .pieces
        .iter()
        .filter_map(|piece| linked.pieces.get(*piece))
        .map(|piece| piece.end - piece.start)
        .sum();
    let told = format!(
        "{} functions first; {} later behind {} doors, with {bytes} bytes of data, sharing {}",
        division.first.len(),
        division.second.len(),
        division.doors.len(),
        division.shared.len(),
    );
    program.check(&linked, &division)?;
    let (first, second) = write::write(bound, &program, &linked, &division)?;
    laid_out(&linked, &division, &first, &second)?;
    Ok(Parts { first, second, doors: division.doors.len(), said: told })
}

/// Holds both parts' data against what was linked: each piece is whole in the part that needs it.
fn laid_out(linked: &Linked, division: &Division, first: &[u8], second: &[u8]) -> Result<(), String> {
    let of = |wasm: &[u8]| -> Result<Vec<(u32, Vec<u8>)>, String> {
        let mut out = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            let Payload::DataSection(section) = payload.map_err(said)? else { continue };
            for data in section {
                let data = data.map_err(said)?;
                if let DataKind::Active { offset_expr, .. } = &data.kind {
                    out.push((linked::constant(offset_expr)?, data.data.to_vec()));
                }
            }
        }
        Ok(out)
    };
    let at = |all: &[(u32, Vec<u8>)], piece: &Range<u32>| -> Option<Vec<u8>> {
        let (start, bytes) = all.iter().rev().find(|(start, bytes)| {
            *start <= piece.start && piece.end as usize <= *start as usize + bytes.len()
        })?;
        bytes.get((piece.start - start) as usize..(piece.end - start) as usize).map(<[u8]>::to_vec)
    };
    let (first, second) = (of(first)?, of(second)?);
    for (index, piece) in linked.pieces.iter().enumerate() {
        let part = if division.pieces.contains(&index) { &second } else { &first };
        if at(part, piece) != at(&linked.segments, piece) {
            return Err(format!("the data at {piece:?} is not whole"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use super::*;
    use wasm_encoder::{
        CodeSection, ConstExpr, CustomSection, DataSection, ElementSection, Elements, ExportKind,
        ExportSection, Function, FunctionSection, Instruction, LinkingSection, MemorySection, MemoryType,
        Module, NameMap, NameSection, RefType, SymbolTable, TableSection, TableType, TypeSection,
    };

    const NAMES: [&str; 5] = ["main", "5doors4door", "behind", "pointed_at", "both"];
    const BASE: u32 = 1024;
    /// Start and end of each piece: of the second part, of the first, of the second, of both.
    const PIECES: [(u32, u32); 4] = [(0, 8), (8, 12), (12, 20), (20, 24)];
    const BYTES: &[u8; 24] = b"\x01\0\0\0lateTEXTlate-twoBOTH";

    /// A program: `main` calls a door and `both`; behind the door is `behind`, and by a pointer in data `pointed_at`.
    /// `relocations` are kind, place in the section, symbol.
    fn program(code: &[(u8, u8, u8)], data: &[(u8, u8, u8)]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        let mut bodies = CodeSection::new();
        let at = |piece: usize| Instruction::I32Const((BASE + PIECES[piece].0).cast_signed());
        for body in [
            vec![at(1), Instruction::Drop, Instruction::Call(1), Instruction::Call(4)],
            vec![at(0), Instruction::Drop, Instruction::Call(2), Instruction::Call(4)],
            vec![at(2), Instruction::Drop],
            vec![Instruction::Nop],
            vec![at(3), Instruction::Drop],
        ] {
            functions.function(0);
            let mut function = Function::new([]);
            for instruction in body {
                function.instruction(&instruction);
            }
            function.instruction(&Instruction::End);
            bodies.function(&function);
        }
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 2,
            maximum: Some(2),
            shared: false,
        });
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut exports = ExportSection::new();
        exports.export("main", ExportKind::Func, 0).export("memory", ExportKind::Memory, 0);
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(1), Elements::Functions(vec![3].into()));
        let mut segments = DataSection::new();
        segments.active(0, &ConstExpr::i32_const(BASE.cast_signed()), BYTES.iter().copied());
        let mut names = NameSection::new();
        let mut map = NameMap::new();
        for (index, name) in NAMES.iter().enumerate() {
            map.append(u32::try_from(index).unwrap(), name);
        }
        names.functions(&map);
        let mut map = NameMap::new();
        map.append(0, ".rodata");
        names.data(&map);
        let mut symbols = SymbolTable::new();
        for (index, name) in NAMES.iter().enumerate() {
            symbols.function(0, u32::try_from(index).unwrap(), Some(name));
        }
        for (start, end) in PIECES {
            let definition =
                wasm_encoder::DataSymbolDefinition { index: 0, offset: start, size: end - start };
            symbols.data(0, "piece", Some(definition));
        }
        let mut linking = LinkingSection::new();
        linking.symbol_table(&symbols);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&tables).section(&memories).section(&exports);
        module.section(&elements).section(&bodies).section(&segments).section(&linking);
        for (name, section, entries) in [("reloc.CODE", 6, code), ("reloc.DATA", 7, data)] {
            let mut bytes = vec![section, u8::try_from(entries.len()).unwrap()];
            for (kind, place, symbol) in entries {
                bytes.extend([*kind, *place, *symbol]);
                // Addresses carry an addend.
                if *kind >= 3 {
                    bytes.push(0);
                }
            }
            module.section(&CustomSection { name: name.into(), data: bytes.into() });
        }
        module.section(&names);
        module.finish()
    }

    /// In the code section stand the count, then the size and the number of locals of the first body, and its constant;
    /// in the data section before the bytes five of the head.
    const CODE: &[(u8, u8, u8)] = &[(4, 4, 6)];
    const DATA: &[(u8, u8, u8)] = &[(2, 7, 3)];

    fn exports(wasm: &[u8]) -> Vec<String> {
        let mut out = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            if let Payload::ExportSection(section) = payload.unwrap() {
                out.extend(section.into_iter().map(|export| export.unwrap().name.to_owned()));
            }
        }
        out
    }

    #[test]
    fn what_only_a_door_leads_to_is_the_second_part() {
        let wasm = program(CODE, DATA);
        let (linked, program) = (Linked::read(&wasm).unwrap(), Program::read(&wasm).unwrap());
        let division = program.divide(&linked, |name| name.contains("5doors")).unwrap();
        assert_eq!(division.first.iter().copied().collect::<Vec<_>>(), [0, 4]);
        assert_eq!(division.doors.iter().copied().collect::<Vec<_>>(), [1]);
        assert_eq!(
            division.second.iter().copied().collect::<Vec<_>>(),
            [1, 2, 3],
            "by the pointer in data too"
        );
        assert_eq!(division.pieces.iter().copied().collect::<Vec<_>>(), [0, 2]);
        assert_eq!(division.shared.iter().copied().collect::<Vec<_>>(), [4]);
    }

    #[test]
    fn the_first_part_keeps_what_lies_between() {
        let wasm = program(CODE, DATA);
        let parts = split(&wasm, &wasm, |name| name.contains("5doors")).unwrap();
        assert_eq!(parts.doors, 1);
        let holds = |wasm: &[u8], text: &[u8]| wasm.windows(text.len()).any(|window| window == text);
        assert!(holds(&parts.first, b"TEXT") && holds(&parts.first, b"BOTH"));
        assert!(!holds(&parts.first, b"late") && !exports(&parts.first).is_empty());
        assert!(holds(&parts.second, b"late") && holds(&parts.second, b"late-two"));
        assert!(!holds(&parts.second, b"BOTH"));
        assert!(exports(&parts.first).contains(&"main".to_owned()) && exports(&parts.second).is_empty());
    }

    #[test]
    fn without_a_door_or_without_the_linkers_words_there_is_no_split() {
        let wasm = program(CODE, DATA);
        assert!(split(&wasm, &wasm, |_| false).is_err());
        assert!(split(&program(&[], DATA), &wasm, |name| name.contains("5doors")).is_err());
        // A place that does not hold what is said of it.
        assert!(split(&program(&[(4, 5, 6)], DATA), &wasm, |name| name.contains("5doors")).is_err());
        assert!(split(&program(CODE, &[(2, 9, 3)]), &wasm, |name| name.contains("5doors")).is_err());
    }
}
