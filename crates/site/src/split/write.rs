//! Writes both parts.

use super::graph::{Division, Program};
use super::linked::{Linked, constant, said};
use std::collections::BTreeMap;
use std::ops::Range;
use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    Function, FunctionSection, ImportSection, Instruction, Module, TableSection, TypeSection,
};
use wasmparser::{Parser, Payload};

/// The name that the second part imports everything from.
const FROM: &str = "0";

/// The names under which the first part gives out what the second needs. Short: there are hundreds.
fn name(index: usize) -> String {
    format!("\u{24}{}", to_text(index))
}

fn to_text(mut index: usize) -> String {
    const DIGITS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    let mut out = String::new();
    loop {
        out.push(char::from(DIGITS.get(index % DIGITS.len()).copied().unwrap_or(b'a')));
        index /= DIGITS.len();
        if index == 0 {
            return out;
        }
    }
}

/// What both need to know.
struct Plan<'a> {
    program: &'a Program<'a>,
    linked: &'a Linked,
    division: &'a Division,
    /// The slot of each door.
    slots: BTreeMap<u32, u32>,
    /// Data of the second part, with what little of the first lies between.
    later: Vec<Range<u32>>,
    /// Names of what is given out.
    functions: BTreeMap<u32, String>,
    memory: String,
    tables: Vec<String>,
    globals: Vec<String>,
}

/// The first and the second part.
pub(super) fn write(
    bound: &[u8],
    program: &Program<'_>,
    linked: &Linked,
    division: &Division,
) -> Result<(Vec<u8>, Vec<u8>), String> {
    let mut tables = 0;
    let mut globals = 0;
    for payload in Parser::new(0).parse_all(bound) {
        match payload.map_err(said)? {
            Payload::TableSection(section) => tables = section.count() as usize,
            Payload::GlobalSection(section) => globals = section.count() as usize,
            Payload::StartSection { .. } => return Err("a start function".to_owned()),
            _ => {}
        }
    }
    let free = program.slots.keys().max().map_or(1, |last| last + 1);
    let slots: BTreeMap<u32, u32> =
        division.doors.iter().zip(free..).map(|(door, slot)| (*door, slot)).collect();
    let mut later: Vec<Range<u32>> = Vec::new();
    for piece in division.pieces.iter().filter_map(|piece| linked.pieces.get(*piece)) {
        match later.last_mut() {
            // A new segment costs more than what lies between; that is constant, and the same in both parts.
            Some(last) if piece.start - last.end < 8 => last.end = piece.end,
            _ => later.push(piece.clone()),
        }
    }
    let mut given = 0..;
    let mut next = || name(given.next().unwrap_or(0));
    let plan = Plan {
        program,
        linked,
        division,
        slots,
        later,
        functions: division.shared.iter().map(|function| (*function, next())).collect(),
        memory: next(),
        tables: (0..tables).map(|_| next()).collect(),
        globals: (0..globals).map(|_| next()).collect(),
    };
    let mut module = Module::new();
    First { plan: &plan, at: 0 }
        .parse_core_module(&mut module, Parser::new(0), bound)
        .map_err(|error| format!("the first part: {error}"))?;
    let second = plan.second(bound)?;
    Ok((module.finish(), second))
}

/// The first part: the program with every function of the second emptied, and its data blank.
struct First<'a> {
    plan: &'a Plan<'a>,
    /// The function that comes next.
    at: u32,
}

impl Reencode for First<'_> {
    type Error = String;

    fn parse_table_section(
        &mut self,
        tables: &mut TableSection,
        section: wasmparser::TableSectionReader<'_>,
    ) -> Result<(), Error<String>> {
        for (index, table) in section.into_iter().enumerate() {
            let mut kind = self.table_type(table?.ty)?;
            if index == 0 {
                kind = self.plan.widened(kind);
            }
            tables.table(kind);
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: wasmparser::ExportSectionReader<'_>,
    ) -> Result<(), Error<String>> {
        utils::parse_export_section(self, exports, section)?;
        for (function, name) in &self.plan.functions {
            exports.export(name, ExportKind::Func, *function);
        }
        exports.export(&self.plan.memory, ExportKind::Memory, 0);
        for (kind, names) in
            [(ExportKind::Table, &self.plan.tables), (ExportKind::Global, &self.plan.globals)]
        {
            for (name, index) in names.iter().zip(0..) {
                exports.export(name, kind, index);
            }
        }
        Ok(())
    }

    fn parse_element_section(
        &mut self,
        elements: &mut ElementSection,
        _: wasmparser::ElementSectionReader<'_>,
    ) -> Result<(), Error<String>> {
        let first = &self.plan.division.first;
        lay(elements, self.plan.program.slots.iter().filter(|(_, function)| first.contains(function)));
        Ok(())
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: wasmparser::FunctionBody<'_>,
    ) -> Result<(), Error<String>> {
        let function = self.plan.program.imported + self.at;
        self.at += 1;
        if self.plan.division.first.contains(&function) {
            return utils::parse_function_body(self, code, body);
        }
        let mut empty = Function::new([]);
        if let Some(slot) = self.plan.slots.get(&function) {
            let kind = self.plan.program.types.get(function as usize).copied().unwrap_or(0);
            for parameter in 0..self.plan.program.parameters.get(kind as usize).copied().unwrap_or(0) {
                empty.instruction(&Instruction::LocalGet(parameter));
            }
            empty.instruction(&Instruction::I32Const(slot.cast_signed()));
            empty.instruction(&Instruction::CallIndirect { type_index: kind, table_index: 0 });
        } else {
            empty.instruction(&Instruction::Unreachable);
        }
        empty.instruction(&Instruction::End);
        code.function(&empty);
        Ok(())
    }

    fn parse_data(
        &mut self,
        segments: &mut DataSection,
        data: wasmparser::Data<'_>,
    ) -> Result<(), Error<String>> {
        let wasmparser::DataKind::Active { offset_expr, .. } = &data.kind else {
            return Err(Error::UserError("data that is not laid out at the start".to_owned()));
        };
        let address = constant(offset_expr).map_err(Error::UserError)?;
        let mut bytes = data.data.to_vec();
        if !self.plan.linked.segments.iter().any(|(start, linked)| *start == address && *linked == bytes) {
            return Err(Error::UserError(format!("the data at {address} is not what was linked")));
        }
        for piece in self.plan.pieces().filter(|piece| piece.start >= address) {
            let at = |place: u32| (place - address) as usize;
            if let Some(blank) = bytes.get_mut(at(piece.start)..at(piece.end)) {
                blank.fill(0);
            }
        }
        segments.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes);
        Ok(())
    }

    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: wasmparser::CustomSectionReader<'_>,
    ) -> Result<(), Error<String>> {
        Ok(())
    }
}

/// Lays functions into the table, neighbours together.
fn lay<'a>(elements: &mut ElementSection, slots: impl Iterator<Item = (&'a u32, &'a u32)>) {
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    for (slot, function) in slots {
        match runs.last_mut() {
            Some((start, run)) if *start as usize + run.len() == *slot as usize => run.push(*function),
            _ => runs.push((*slot, vec![*function])),
        }
    }
    for (start, run) in runs {
        elements.active(None, &ConstExpr::i32_const(start.cast_signed()), Elements::Functions(run.into()));
    }
}

/// Numbers of functions as the second part counts them.
struct Renumbered(BTreeMap<u32, u32>);

impl Reencode for Renumbered {
    type Error = String;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<String>> {
        self.0
            .get(&function)
            .copied()
            .ok_or_else(|| Error::UserError(format!("function {function} is in no part")))
    }
}

impl Plan<'_> {
    /// The data of the second part.
    fn pieces(&self) -> impl Iterator<Item = &Range<u32>> {
        self.division.pieces.iter().filter_map(|piece| self.linked.pieces.get(*piece))
    }

    /// The function table with room for the doors.
    fn widened(&self, mut kind: wasm_encoder::TableType) -> wasm_encoder::TableType {
        let least = self.slots.values().max().map_or(0, |last| u64::from(last + 1));
        kind.minimum = kind.minimum.max(least);
        kind.maximum = kind.maximum.map(|most| most.max(least));
        kind
    }

    fn second(&self, bound: &[u8]) -> Result<Vec<u8>, String> {
        let wrong = |error: Error<std::convert::Infallible>| format!("the second part: {error}");
        let mut plain = RoundtripReencoder;
        let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
        let kind = |function: u32| self.program.types.get(function as usize).copied().unwrap_or(0);
        for (function, name) in &self.functions {
            imports.import(FROM, name, EntityType::Function(kind(*function)));
        }
        for payload in Parser::new(0).parse_all(bound) {
            match payload.map_err(said)? {
                Payload::TypeSection(section) => {
                    plain.parse_type_section(&mut types, section).map_err(wrong)?;
                }
                Payload::TableSection(section) => {
                    for ((index, table), name) in section.into_iter().enumerate().zip(&self.tables) {
                        let mut kind = plain.table_type(table.map_err(said)?.ty).map_err(wrong)?;
                        if index == 0 {
                            kind = self.widened(kind);
                        }
                        imports.import(FROM, name, EntityType::Table(kind));
                    }
                }
                Payload::MemorySection(section) => {
                    for memory in section {
                        let kind = plain.memory_type(memory.map_err(said)?).map_err(wrong)?;
                        imports.import(FROM, &self.memory, EntityType::Memory(kind));
                    }
                }
                Payload::GlobalSection(section) => {
                    for (global, name) in section.into_iter().zip(&self.globals) {
                        let kind = plain.global_type(global.map_err(said)?.ty).map_err(wrong)?;
                        imports.import(FROM, name, EntityType::Global(kind));
                    }
                }
                _ => {}
            }
        }
        let numbers = self.division.shared.iter().chain(&self.division.second).copied().zip(0..).collect();
        let mut renumbered = Renumbered(numbers);
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        for function in &self.division.second {
            functions.function(kind(*function));
            let body = function
                .checked_sub(self.program.imported)
                .and_then(|at| self.program.bodies.get(at as usize))
                .ok_or("a function of the second part has no body")?;
            renumbered
                .parse_function_body(&mut code, body.clone())
                .map_err(|error| format!("the second part: {error}"))?;
        }
        let mut slots: BTreeMap<u32, u32> = BTreeMap::new();
        let own = self.program.slots.iter().filter(|(_, function)| self.division.second.contains(function));
        for (slot, function) in own.chain(self.slots.iter().map(|(door, slot)| (slot, door))) {
            let number = renumbered.0.get(function).copied().ok_or("a slot of no part")?;
            slots.insert(*slot, number);
        }
        let mut elements = ElementSection::new();
        lay(&mut elements, slots.iter());
        let mut data = DataSection::new();
        for run in &self.later {
            let (start, bytes) = self
                .linked
                .segments
                .iter()
                .find(|(start, bytes)| {
                    run.start >= *start && run.end as usize <= *start as usize + bytes.len()
                })
                .ok_or("data of no segment")?;
            let bytes =
                bytes.get((run.start - start) as usize..(run.end - start) as usize).unwrap_or_default();
            data.active(0, &ConstExpr::i32_const(run.start.cast_signed()), bytes.iter().copied());
        }
        let mut module = Module::new();
        module
            .section(&types)
            .section(&imports)
            .section(&functions)
            .section(&elements)
            .section(&code)
            .section(&data);
        Ok(module.finish())
    }
}
