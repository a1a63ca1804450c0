import { constants, getPriority, setPriority } from 'node:os'

const GIVING_WAY = 10

/** Requests go first. On Linux each thread has a priority of its own; elsewhere this would slow the whole process. */
export function giveWay(): void {
  if (process.platform !== 'linux') return
  setPriority(Math.min(constants.priority.PRIORITY_LOW, getPriority() + GIVING_WAY))
}
