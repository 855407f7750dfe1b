/** Front door of the kernel: values every room speaks in, without I/O. */
export { type CreditCodeCheck, type CreditCodeFailure, checkCreditCode, creditCheckCharacter } from './credit-code.ts'
export {
  ancestors,
  type DivisionCode,
  type DivisionLevel,
  divisionCode,
  divisionContains,
  divisionLevels,
  levelOf,
  parseDivisionCode,
} from './division-code.ts'
export { type DivisionEntry, DivisionRegister } from './division-register.ts'
export {
  bornOn,
  type CitizenId,
  checkDigit,
  checkIdNumber,
  citizenNumber,
  type DisabilityCard,
  type IdNumberCheck,
  type IdNumberFailure,
  type InvalidId,
  type OldCitizenId,
  type Sex,
  sexOf,
  upgradeFifteen,
} from './id-number.ts'
export { type CleanedIdNumber, cleanIdNumber } from './id-number-cleaning.ts'
export {
  addMoney,
  compareMoney,
  formatYuan,
  type Money,
  money,
  multiplyMoney,
  noMoney,
  parseMoney,
  roundToFen,
  subtractMoney,
  sumMoney,
} from './money.ts'
export {
  addDays,
  addMonths,
  addYears,
  ageOn,
  compareDays,
  daysBetween,
  lastDayOfMonth,
  type Period,
  type PlainDay,
  parsePlainDay,
  periodContains,
  plainDay,
  plainDayOf,
  weekdayOf,
  windowOfDays,
  windowOfMonths,
} from './plain-day.ts'
export { kind, Problem, type ProblemKind, type ProblemStatus } from './problem.ts'
export { chineseNumeral, foldFullWidth, squeeze } from './text-forms.ts'
export {
  addWorkingDays,
  isWorkingDay,
  knownWorkingYears,
  type WorkingCalendar,
  type WorkingDayAnswer,
  type WorkingDeadline,
  type WorkingYear,
  workingCalendar,
} from './working-days.ts'
