/** The events in the life of a household: what each is called and what it asks for. */
import type { paths } from '../../api/schema.ts'

export type Event = NonNullable<paths['/api/v1/register/households/{id}/events']['post']['requestBody']>['content']['application/json']
export type EventKind = Event['kind']
type Part =
  | 'newborn'
  | 'joining'
  | 'person'
  | 'persons'
  | 'splitHead'
  | 'relation'
  | 'toHousehold'
  | 'to'
  | 'groupName'
  | 'from'
  | 'newHead'
  | 'toVillage'

interface EventForm {
  label: string
  hint: string
  dayLabel: string
  personLabel?: string
  parts: readonly Part[]
}

export const events: Record<EventKind, EventForm> = {
  birth: { label: '出生', hint: '新生儿登记为家庭成员；证件号码办好后可补填。', dayLabel: '出生日期', parts: ['newborn', 'relation'] },
  death: {
    label: '死亡',
    hint: '此人从死亡次日起不再是成员，以前的记录保留。',
    dayLabel: '死亡日期',
    personLabel: '去世的成员',
    parts: ['person', 'newHead'],
  },
  marriage_in: { label: '婚入', hint: '此人从原户转来，原户同时减员。', dayLabel: '婚入日期', parts: ['joining', 'relation'] },
  marriage_out: {
    label: '婚出',
    hint: '婚入本县另一户的，两户同时变动。',
    dayLabel: '婚出日期',
    personLabel: '婚出的成员',
    parts: ['person', 'toHousehold', 'relation', 'newHead'],
  },
  adoption: { label: '收养', hint: '被收养人登记为家庭成员。', dayLabel: '收养日期', parts: ['joining', 'relation'] },
  move_in: { label: '迁入', hint: '此人从别处或别的户迁来。', dayLabel: '迁入日期', parts: ['joining', 'relation'] },
  move_out: {
    label: '迁出',
    hint: '迁出的人不再是成员；全家迁出时整户不在。',
    dayLabel: '迁出日期',
    personLabel: '迁出的成员',
    parts: ['persons', 'to', 'newHead'],
  },
  split: {
    label: '分户',
    hint: '选中的人分出去，另立一户，有自己的户编号。',
    dayLabel: '分户日期',
    personLabel: '分出去的成员',
    parts: ['persons', 'splitHead', 'groupName', 'newHead'],
  },
  merge: { label: '并户', hint: '另一户的全部成员并入本户，那一户随之不在。', dayLabel: '并户日期', parts: ['from'] },
  change_head: {
    label: '变更户主',
    hint: '其他人与户主的关系随之改写，请核对。',
    dayLabel: '变更日期',
    personLabel: '新户主',
    parts: ['person'],
  },
  relocate: {
    label: '整户搬迁',
    hint: '全家搬到辖区内另一个村；户编号、成员关系和监测状态不变，未办结的线索随户转到新的村。',
    dayLabel: '搬迁日期',
    parts: ['toVillage', 'groupName'],
  },
}
