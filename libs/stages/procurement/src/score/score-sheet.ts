import type { EffectInput } from '#libs/engine';
import { PointsAboveCriterionError, SheetIncompleteError } from './score.error.js';

export interface ScoredCriterion {
  readonly id: number;
  readonly name: string;
  readonly points: number;
}

/** One line of a checked sheet. */
export interface SheetLine {
  readonly responseId: number;
  readonly criterionId: number;
  readonly points: number;
}

/** Reads the sheets of one member: each response once, each criterion once, nothing above its points. */
export function readSheets(
  sheets: readonly EffectInput[],
  responseIds: readonly number[],
  criteria: readonly ScoredCriterion[],
): SheetLine[] {
  const given = sheets.map((sheet) => sheet.integer('responseId'));
  if (!coversEachOnce(given, responseIds)) {
    throw new SheetIncompleteError('/sheets', '应对每家供应商各评一次', 'each response is scored exactly once');
  }
  return sheets.flatMap((sheet, index) => readSheet(sheet, `/sheets/${index}/points`, criteria));
}

function readSheet(sheet: EffectInput, field: string, criteria: readonly ScoredCriterion[]): SheetLine[] {
  const points = sheet.items('points');
  const given = points.map((item) => item.text('criterion'));
  const names = criteria.map((criterion) => criterion.name);
  if (!coversEachOnce(given, names)) {
    throw new SheetIncompleteError(
      field,
      `应对每项评审因素(${names.join('、')})各评一次`,
      'each criterion is scored exactly once',
    );
  }
  const responseId = sheet.integer('responseId');
  return points.map((item, index) => ({ responseId, ...scoredPoints(item, `${field}/${index}/points`, criteria) }));
}

function scoredPoints(item: EffectInput, field: string, criteria: readonly ScoredCriterion[]) {
  const criterion = criteria.find(({ name }) => name === item.text('criterion'));
  if (!criterion) throw new SheetIncompleteError(field, '没有这项评审因素', 'there is no such criterion');
  const points = item.integer('points');
  if (points > criterion.points) throw new PointsAboveCriterionError(field, criterion.name, criterion.points);
  return { criterionId: criterion.id, points };
}

function coversEachOnce<T>(given: readonly T[], expected: readonly T[]): boolean {
  const distinct = new Set(given);
  return (
    given.length === expected.length &&
    distinct.size === expected.length &&
    expected.every((each) => distinct.has(each))
  );
}
