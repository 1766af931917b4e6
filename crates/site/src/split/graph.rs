//! Which functions and which data each part needs.

use super::linked::{self, Linked, Target, said};
use std::collections::{BTreeMap, BTreeSet};
use wasmparser::{FunctionBody, KnownCustom, MemArg, Operator, Parser, Payload, TypeRef};

/// The program as wasm-bindgen leaves it.
#[derive(Default)]
pub(super) struct Program<'a> {
    /// How many functions are imported; they come first.
    pub(super) imported: u32,
    pub(super) names: linked::Names,
    pub(super) bodies: Vec<FunctionBody<'a>>,
    /// The type of each function, the imported ones first.
    pub(super) types: Vec<u32>,
    /// How many parameters each type takes.
    pub(super) parameters: Vec<u32>,
    /// Function by slot.
    pub(super) slots: BTreeMap<u32, u32>,
    /// Exported functions, and the one that starts.
    roots: BTreeSet<u32>,
}

/// What goes into which part.
#[derive(Debug, Default)]
pub(super) struct Division {
    /// Functions of the first part; imported ones too.
    pub(super) first: BTreeSet<u32>,
    /// Functions through which alone the first part reaches the second.
    pub(super) doors: BTreeSet<u32>,
    /// Functions of the second part, the doors among them.
    pub(super) second: BTreeSet<u32>,
    /// Pieces of data of the second part.
    pub(super) pieces: BTreeSet<usize>,
    /// Functions of the first part that the second needs, imported ones too.
    pub(super) shared: BTreeSet<u32>,
}

impl<'a> Program<'a> {
    pub(super) fn read(wasm: &'a [u8]) -> Result<Self, String> {
        let mut out = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.map_err(said)? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        match import.map_err(said)?.ty {
                            TypeRef::Func(kind) => {
                                out.types.push(kind);
                                out.imported += 1;
                            }
                            other => return Err(format!("an import that is no function: {other:?}")),
                        }
                    }
                }
                Payload::TypeSection(section) => {
                    for kind in section.into_iter_err_on_gc_types() {
                        let parameters = kind.map_err(said)?.params().len();
                        out.parameters.push(u32::try_from(parameters).map_err(said)?);
                    }
                }
                Payload::FunctionSection(section) => {
                    for kind in section {
                        out.types.push(kind.map_err(said)?);
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export.map_err(said)?;
                        if export.kind == wasmparser::ExternalKind::Func {
                            out.roots.insert(export.index);
                        }
                    }
                }
                Payload::StartSection { func, .. } => _ = out.roots.insert(func),
                Payload::ElementSection(section) => out.slots = linked::slots(section)?.into_iter().collect(),
                Payload::CodeSectionEntry(body) => out.bodies.push(body),
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(known) = section.as_known() {
                        out.names = linked::names(known)?.0;
                    }
                }
                _ => {}
            }
        }
        Ok(out)
    }

    fn body(&self, function: u32) -> Option<&FunctionBody<'a>> {
        self.bodies.get(function.checked_sub(self.imported)? as usize)
    }

    /// What a function needs: functions that it names, and what it points at.
    fn needs(&self, function: u32, linked: &Linked) -> Result<(BTreeSet<u32>, BTreeSet<usize>), String> {
        let (mut functions, mut pieces) = (BTreeSet::new(), BTreeSet::new());
        let Some(body) = self.body(function) else { return Ok((functions, pieces)) };
        let known = self.names.get(&function).and_then(|name| linked.of_function.get(name));
        for target in known.into_iter().flatten() {
            match target {
                Target::Piece(piece) => _ = pieces.insert(*piece),
                Target::Slot(slot) => functions.extend(self.slots.get(slot)),
            }
        }
        for operator in body.get_operators_reader().map_err(said)? {
            let value = match operator.map_err(said)? {
                Operator::Call { function_index }
                | Operator::ReturnCall { function_index }
                | Operator::RefFunc { function_index } => {
                    functions.insert(function_index);
                    continue;
                }
                Operator::MemoryInit { .. } | Operator::TableInit { .. } => {
                    return Err("data or a table that is laid out later".to_owned());
                }
                Operator::I32Const { value } => value.cast_unsigned(),
                other => match memory(&other) {
                    Some(memory) => u32::try_from(memory.offset).map_err(said)?,
                    None => continue,
                },
            };
            // Any number that could be an address is taken for one.
            pieces.extend(linked.piece_at(value));
            // So is any that could be a slot, in a function that the linker did not see: wasm-bindgen's own.
            if known.is_none() {
                functions.extend(self.slots.get(&value));
            }
        }
        Ok((functions, pieces))
    }

    /// Divides: the second part is what is reached through a door alone.
    pub(super) fn divide(&self, linked: &Linked, is_door: impl Fn(&str) -> bool) -> Result<Division, String> {
        for (slot, name) in &linked.slots {
            let now = self.slots.get(slot).and_then(|function| self.names.get(function));
            // wasm-bindgen puts functions of its own where imported ones stood.
            if now.is_some_and(|now| now != name && linked.of_function.contains_key(now)) {
                return Err(format!("slot {slot} holds {now:?}, and {name} when it was linked"));
            }
        }
        let doors: BTreeSet<u32> =
            self.names.iter().filter(|(_, name)| is_door(name)).map(|(function, _)| *function).collect();
        let (first, first_pieces) = {
            let mut start: Vec<u32> = self.roots.iter().copied().collect();
            let mut pieces = BTreeSet::new();
            for target in &linked.of_variables {
                match target {
                    Target::Piece(piece) => _ = pieces.insert(*piece),
                    Target::Slot(slot) => start.extend(self.slots.get(slot)),
                }
            }
            self.reached(linked, start, pieces, |function| !doors.contains(&function))?
        };
        let called: BTreeSet<u32> = first.intersection(&doors).copied().collect();
        let (all, all_pieces) =
            self.reached(linked, called.iter().copied().collect(), BTreeSet::new(), |function| {
                doors.contains(&function) || !first.contains(&function)
            })?;
        let mut first: BTreeSet<u32> = first.difference(&doors).copied().collect();
        // What the browser gives is given to the first part, which passes it on.
        first.extend(all.iter().filter(|function| **function < self.imported));
        let second: BTreeSet<u32> = all.difference(&first).copied().collect();
        Ok(Division {
            shared: all.intersection(&first).copied().collect(),
            pieces: all_pieces.difference(&first_pieces).copied().collect(),
            first,
            doors: called,
            second,
        })
    }

    /// Holds a division against what it is for: nothing of the first part needs what is only in the second, but through
    /// a door.
    pub(super) fn check(&self, linked: &Linked, division: &Division) -> Result<(), String> {
        let is_known =
            |function: u32| division.first.contains(&function) || division.doors.contains(&function);
        for function in &division.first {
            let (functions, pieces) = self.needs(*function, linked)?;
            let name = self.names.get(function);
            if let Some(other) = functions.into_iter().find(|other| !is_known(*other)) {
                return Err(format!("{name:?} of the first part needs {:?}", self.names.get(&other)));
            }
            if let Some(piece) = pieces.intersection(&division.pieces).next() {
                return Err(format!("{name:?} of the first part needs data of the second: {piece}"));
            }
        }
        for (piece, targets) in linked.of_piece.iter().enumerate() {
            let is_late = |target: &Target| match target {
                Target::Piece(other) => division.pieces.contains(other),
                Target::Slot(slot) => {
                    self.slots.get(slot).is_some_and(|other| division.second.contains(other))
                }
            };
            if !division.pieces.contains(&piece) && targets.iter().any(is_late) {
                // It may be needed by nobody at all.
                let is_needed = division
                    .first
                    .iter()
                    .any(|one| self.needs(*one, linked).is_ok_and(|(_, pieces)| pieces.contains(&piece)));
                if is_needed {
                    return Err(format!("data of the first part points into the second: {piece}"));
                }
            }
        }
        Ok(())
    }

    /// Everything that can be reached. What `enters` refuses is reached, but not what lies behind it.
    fn reached(
        &self,
        linked: &Linked,
        start: Vec<u32>,
        pieces: BTreeSet<usize>,
        enters: impl Fn(u32) -> bool,
    ) -> Result<(BTreeSet<u32>, BTreeSet<usize>), String> {
        let mut functions: BTreeSet<u32> = start.iter().copied().collect();
        let (mut queue, mut data): (Vec<u32>, Vec<usize>) = (start, pieces.iter().copied().collect());
        let mut pieces = pieces;
        loop {
            let mut more = BTreeSet::new();
            if let Some(piece) = data.pop() {
                for target in linked.of_piece.get(piece).into_iter().flatten() {
                    match target {
                        Target::Piece(other) => {
                            if pieces.insert(*other) {
                                data.push(*other);
                            }
                        }
                        Target::Slot(slot) => more.extend(self.slots.get(slot)),
                    }
                }
            } else if let Some(function) = queue.pop() {
                if enters(function) {
                    let (called, used) = self.needs(function, linked)?;
                    more = called;
                    data.extend(used.iter().filter(|piece| !pieces.contains(piece)));
                    pieces.extend(used);
                }
            } else {
                return Ok((functions, pieces));
            }
            for function in more {
                if functions.insert(function) {
                    queue.push(function);
                }
            }
        }
    }
}

/// The place in memory that an instruction adds to its address.
fn memory(operator: &Operator<'_>) -> Option<MemArg> {
    use Operator as O;
    match operator {
        O::I32Load { memarg }
        | O::I64Load { memarg }
        | O::F32Load { memarg }
        | O::F64Load { memarg }
        | O::I32Load8S { memarg }
        | O::I32Load8U { memarg }
        | O::I32Load16S { memarg }
        | O::I32Load16U { memarg }
        | O::I64Load8S { memarg }
        | O::I64Load8U { memarg }
        | O::I64Load16S { memarg }
        | O::I64Load16U { memarg }
        | O::I64Load32S { memarg }
        | O::I64Load32U { memarg }
        | O::I32Store { memarg }
        | O::I64Store { memarg }
        | O::F32Store { memarg }
        | O::F64Store { memarg }
        | O::I32Store8 { memarg }
        | O::I32Store16 { memarg }
        | O::I64Store8 { memarg }
        | O::I64Store16 { memarg }
        | O::I64Store32 { memarg } => Some(*memarg),
        _ => None,
    }
}
