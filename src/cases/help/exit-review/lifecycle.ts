/** The life of the review of a former registered poor household: it leaves assistance in order, or goes on with it; the criteria say, an officer decides. */
import { defineLifecycle, end, held, move, none, rest, span } from '../../../kernel/index.ts'

// biome-ignore format: a table
export const exitReviewLifecycle = defineLifecycle({
  initial: 'exit_assessing',

  //                     label            held by     at least  at most                 when overdue
  states: {
    exit_assessing: held('退出评估核查',   'village',  none,     'case/visit_days',      'remind'),
    exit_checking:  held('退出评估复核',   'township', none,     'case/review_days',     'remind'),
    exit_deciding:  held('退出评估决定',   'county',   none,     'case/approval_days',   'remind'),
    exited:         rest('已有序退出'),
    support_kept:   rest('继续帮扶'),
    exit_ended:     end( '评估终止'),
  },

  //    action             from                to                who may            must record
  moves: [
    move('assess',         'exit_assessing',  'exit_checking',  'case.visit',    'exit_criteria', 'opinion'),
    move('check',          'exit_checking',   'exit_deciding',  'case.review',   'exit_criteria', 'opinion'),
    move('assess_again',   'exit_checking',   'exit_assessing', 'case.review',   'reason'),
    move('let_go',         'exit_deciding',   'exited',         'case.approve',  'exit_criteria', 'opinion'),
    move('keep_support',   'exit_deciding',   'support_kept',   'case.approve',  'opinion'),
    move('check_again',    'exit_deciding',   'exit_checking',  'case.approve',  'reason'),
    move('take_back',      'exited',          'support_kept',   'case.approve',  'reason'),
    move('end_naturally',  ['exit_assessing', 'exit_checking', 'exit_deciding'], 'exit_ended', 'case.visit', 'household_gone'),
  ],

  //    from              until     at least  at most  when overdue
  spans: [
    span('exit_assessing', 'exited', none,     none,    null),
  ],

  apart: [],
})
