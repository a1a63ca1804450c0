import 'server-only'
import { randomInt } from 'node:crypto'
import type { Dice } from '@/lib/core/access/class-code'

/** For codes that open something. Tests may bring their own. */
export const secureDice: Dice = (below) => randomInt(below)
