//! Closed lists of names as JSON Schema enumerations, taken from the types that own the names.

use crate::amend::apply::Problem;
use crate::audit::finding::{Cause, Closing, FindingKind, Severity, SourceKind};
use crate::model::act::ActType;
use crate::model::certainty::{Certainty, Status};
use crate::model::event::EventKind;
use crate::model::evidence::EvidenceKind;
use crate::model::instruction::Operation;
use crate::model::kind::Kind;
use crate::model::tree::{FaultKind, PrintedStatus};
use crate::model::version::Axis;
use crate::query::diff::Change;
use crate::query::diff::told::Told;
use crate::query::diff::words::Op;
use crate::query::refs::Reach;
use crate::query::upcoming::ChangeKind;
use crate::terms::Introduction;
use schemars::{Schema, SchemaGenerator, json_schema};

fn enumeration(names: impl Iterator<Item = &'static str>) -> Schema {
    let names: Vec<&str> = names.collect();
    json_schema!({ "type": "string", "enum": names })
}

pub(super) fn act_type(_: &mut SchemaGenerator) -> Schema {
    enumeration(ActType::ALL.iter().map(|form| form.name()))
}

pub(super) fn kind(_: &mut SchemaGenerator) -> Schema {
    enumeration(Kind::ALL.iter().map(|kind| kind.name()))
}

pub(super) fn status(_: &mut SchemaGenerator) -> Schema {
    enumeration(Status::ALL.iter().map(|status| status.name()))
}

/// The states of a day and those that a print tells, which knows `excluded`.
pub(super) fn unit_status(_: &mut SchemaGenerator) -> Schema {
    let printed = PrintedStatus::Excluded.name();
    enumeration(Status::ALL.iter().map(|status| status.name()).chain([printed]))
}

pub(super) fn certainty(_: &mut SchemaGenerator) -> Schema {
    enumeration(Certainty::ALL.iter().rev().map(|certainty| certainty.name()))
}

pub(super) fn axis(_: &mut SchemaGenerator) -> Schema {
    enumeration([Axis::InForce, Axis::Adopted].iter().map(|axis| axis.name()))
}

pub(super) fn evidence_kind(_: &mut SchemaGenerator) -> Schema {
    enumeration(EvidenceKind::ALL.iter().map(|kind| kind.name()))
}

pub(super) fn fault_kind(_: &mut SchemaGenerator) -> Schema {
    enumeration(FaultKind::ALL.iter().map(|kind| kind.name()))
}

pub(super) fn printed_status(_: &mut SchemaGenerator) -> Schema {
    let printed = [PrintedStatus::InForce, PrintedStatus::Excluded, PrintedStatus::Repealed];
    enumeration(printed.iter().map(|status| status.name()).chain([Status::Suspended.name()]))
}

pub(super) fn operation(_: &mut SchemaGenerator) -> Schema {
    enumeration(Operation::ALL.iter().map(|operation| operation.name()))
}

pub(super) fn event_kind(_: &mut SchemaGenerator) -> Schema {
    enumeration(EventKind::ALL.iter().map(|kind| kind.name()))
}

pub(super) fn finding_kind(_: &mut SchemaGenerator) -> Schema {
    enumeration(FindingKind::ALL.iter().map(|kind| kind.name()))
}

pub(super) fn severity(_: &mut SchemaGenerator) -> Schema {
    enumeration(Severity::ALL.iter().map(|severity| severity.name()))
}

pub(super) fn cause(_: &mut SchemaGenerator) -> Schema {
    enumeration(Cause::ALL.iter().map(|cause| cause.name()))
}

pub(super) fn source_kind(_: &mut SchemaGenerator) -> Schema {
    enumeration(SourceKind::ALL.iter().map(|kind| kind.name()))
}

pub(super) fn closing(_: &mut SchemaGenerator) -> Schema {
    enumeration(Closing::ALL.iter().map(|closing| closing.name()))
}

pub(super) fn turn(_: &mut SchemaGenerator) -> Schema {
    enumeration(ChangeKind::ALL.iter().map(|turn| turn.name()))
}

pub(super) fn problem(_: &mut SchemaGenerator) -> Schema {
    enumeration(Problem::ALL.iter().map(|problem| problem.name()))
}

pub(super) fn reach(_: &mut SchemaGenerator) -> Schema {
    enumeration(Reach::ALL.iter().map(|reach| reach.name()))
}

pub(super) fn introduction(_: &mut SchemaGenerator) -> Schema {
    enumeration(Introduction::ALL.iter().map(|way| way.name()))
}

pub(super) fn unit_change(_: &mut SchemaGenerator) -> Schema {
    enumeration(Change::ALL.iter().map(|change| change.name()))
}

pub(super) fn told(_: &mut SchemaGenerator) -> Schema {
    enumeration(Told::ALL.iter().map(|told| told.name()))
}

pub(super) fn word_op(_: &mut SchemaGenerator) -> Schema {
    enumeration(Op::ALL.iter().map(|op| op.name()))
}
