/** The whole life of a monitoring case: where it can be, who holds it, how long, and what it takes to move it on. */
import { after, defineLifecycle, end, held, hold, move, none, rest, span } from '../kernel/index.ts'

const recognising = ['suspected', 'verifying', 'untrue_check', 'village_review', 'on_notice', 'township_review', 'county_approval'] as const
const clearing = ['clearing_visit', 'clearing_meeting', 'clearing_notice', 'clearing_review', 'clearing_approval'] as const

// biome-ignore format: a table
export const caseLifecycle = defineLifecycle({
  initial: 'suspected',

  //                        label              held by     at least             at most                 when overdue
  states: {
    suspected:         held('疑似线索',         'township', none,                'case/dispatch_days',   'escalate'),
    verifying:         held('入户核实',         'village',  none,                'case/visit_days',      'escalate'),
    untrue_check:      held('不属实复核',       'township', none,                'case/review_days',     'escalate'),
    village_review:    held('民主评议',         'village',  none,                'case/meeting_days',    'remind'),
    on_notice:         held('公示',             'village',  'case/notice_days',  'case/posting_days',    'remind'),
    objection:         hold('异议核查',         'township',                      'case/objection_days',  'escalate'),
    township_review:   held('乡级审核',         'township', none,                'case/review_days',     'escalate'),
    county_approval:   held('县级审批',         'county',   none,                'case/approval_days',   'remind'),
    assisted:          held('帮扶中',           'village',  none,                none,                   'remind'),
    clearing_visit:    held('风险消除核查',     'village',  none,                'case/visit_days',      'remind'),
    clearing_meeting:  held('风险消除评议',     'village',  none,                'case/meeting_days',    'remind'),
    clearing_notice:   held('风险消除公示',     'village',  'case/notice_days',  'case/posting_days',    'remind'),
    clearing_review:   held('风险消除审核',     'township', none,                'case/review_days',     'escalate'),
    clearing_approval: held('风险消除审批',     'county',   none,                'case/approval_days',   'remind'),
    cleared:           rest('风险已消除'),
    not_admitted:      rest('不予识别',         'case/appeal_days'),
    withdrawn:         end( '农户撤回'),
    ended_naturally:   end( '自然终止'),
  },

  //    action              from                 to                   who may            must record
  moves: [
    move('dispatch',         'suspected',         'verifying',         'case.dispatch',   'visitor'),
    move('report',           'verifying',         'village_review',    'case.visit',      'visit_form', 'authorisation', 'income_statement', 'risk_factors'),
    // Who goes no further is seen by a second pair of eyes: a risk that is turned away at the door is found by nobody.
    move('find_untrue',      'verifying',         'untrue_check',      'case.visit',      'visit_form', 'reason'),
    move('confirm_untrue',   'untrue_check',      'not_admitted',      'case.dispatch',   'reason'),
    move('verify_again',     'untrue_check',      'verifying',         'case.dispatch',   'reason'),
    move('agree',            'village_review',    'on_notice',         'case.visit',      'minutes', 'votes'),
    move('vote_down',        'village_review',    'not_admitted',      'case.visit',      'minutes', 'votes'),
    move('verify_again',     'village_review',    'verifying',         'case.visit',      'reason'),
    move('unopposed',        'on_notice',         'township_review',   'case.visit',      'notice_photo'),
    move('endorse',          'township_review',   'county_approval',   'case.review',     'comparison_result', 'opinion'),
    move('return',           'township_review',   'verifying',         'case.review',     'reason'),
    move('decline',          'township_review',   'not_admitted',      'case.review',     'reason'),
    move('admit',            'county_approval',   'assisted',          'case.approve',    'risk_factors', 'object_kind', 'opinion'),
    move('send_back',        'county_approval',   'township_review',   'case.approve',    'reason'),
    move('reject',           'county_approval',   'not_admitted',      'case.approve',    'reason'),
    move('appeal',           'not_admitted',      'verifying',         'case.objection',  'reason'),

    move('propose_clearing', 'assisted',          'clearing_visit',    'case.visit',      'announcement', 'clearing_conditions'),
    move('confirm',          'clearing_visit',    'clearing_meeting',  'case.visit',      'visit_form', 'income_statement', 'guarantee_check', 'clearing_conditions'),
    move('agree',            'clearing_meeting',  'clearing_notice',   'case.visit',      'minutes', 'votes'),
    move('vote_down',        'clearing_meeting',  'assisted',          'case.visit',      'minutes', 'votes'),
    move('verify_again',     'clearing_meeting',  'clearing_visit',    'case.visit',      'reason'),
    move('unopposed',        'clearing_notice',   'clearing_review',   'case.visit',      'notice_photo'),
    move('endorse',          'clearing_review',   'clearing_approval', 'case.review',     'clearing_conditions', 'opinion'),
    move('return',           'clearing_review',   'clearing_visit',    'case.review',     'reason'),
    move('clear',            'clearing_approval', 'cleared',           'case.approve',    'clearing_conditions', 'clearing_mode', 'opinion'),
    move('send_back',        'clearing_approval', 'clearing_review',   'case.approve',    'reason'),
    move('keep',             'clearing_visit',    'assisted',          'case.visit',      'reason'),
    move('keep',             'clearing_review',   'assisted',          'case.review',     'reason'),
    move('keep',             'clearing_approval', 'assisted',          'case.approve',    'reason'),
    move('roll_back',        'cleared',           'assisted',          'case.approve',    'reason'),

    move('object', ['on_notice', 'clearing_notice'], 'objection',      ['case.visit', 'case.objection'], 'objection'),
    after('on_notice',       move('dismiss', 'objection', 'on_notice',       'case.objection', 'opinion')),
    after('on_notice',       move('uphold',  'objection', 'verifying',       'case.objection', 'opinion')),
    after('clearing_notice', move('dismiss', 'objection', 'clearing_notice', 'case.objection', 'opinion')),
    after('clearing_notice', move('uphold',  'objection', 'clearing_visit',  'case.objection', 'opinion')),

    move('withdraw',         recognising,         'withdrawn',         'case.visit',      'reason'),
    move('refuse',           'verifying',         'withdrawn',         'case.visit',      'visit_form', 'reason'),
    after('on_notice',       move('withdraw', 'objection', 'withdrawn', 'case.visit',     'reason')),
    move('end_naturally',    [...recognising, 'objection', 'assisted', ...clearing], 'ended_naturally', 'case.visit', 'household_gone'),
  ],

  //    from         until               at least                 at most                   when overdue
  spans: [
    span('suspected', 'assisted',        none,                    'case/recognition_days',  'escalate'),
    span('assisted',  'clearing_visit',  'case/clearing_months',  none,                     'remind'),
  ],

  // Who judges an objection does not approve the case, nor the other way round; nobody confirms what they found themselves.
  apart: [
    ['find_untrue', 'confirm_untrue'],
    ['dismiss', 'admit'], ['uphold', 'admit'], ['dismiss', 'clear'], ['uphold', 'clear'], ['dismiss', 'reject'], ['uphold', 'reject'], ['appeal', 'admit'], ['appeal', 'reject'],
  ],
})
