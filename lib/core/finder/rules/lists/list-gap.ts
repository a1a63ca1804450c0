import { GAP } from '../../../item/gap'
import { capital } from '../../../language/english/surface'
import type { Claim } from '../claims/claim'
import type { ListLabel } from './list-intro'
import type { Member } from './list-members'

const LONGEST_TYPED_WORDS = 4
const LONGEST_OTHER_WORDS = 6

/** The member to be named when the others are told: a short one of a closed list of short ones, the same each time. */
export function missingMember(list: Claim, label: ListLabel, members: readonly Member[]): Member | undefined {
  const words = ({ text }: Member) => text.split(' ').length
  if (label.open || members.some((member) => words(member) > LONGEST_OTHER_WORDS)) return undefined
  const short = members.filter((member) => words(member) <= LONGEST_TYPED_WORDS)
  return short[Number.parseInt(list.fact.id.slice(-4), 16) % Math.max(1, short.length)]
}

/** "The three states of matter are solid, _____ and gas." */
export function leaveOut(label: ListLabel, members: readonly Member[], left: Member): string {
  const told = members.map((member) => (member === left ? GAP : member.text))
  return `${capital(label.definite)} ${label.be} ${told.slice(0, -1).join(', ')} and ${told.at(-1) ?? ''}.`
}
