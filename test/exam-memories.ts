import type { Memory } from '@/lib/core/memory/scheduling/memory'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/scheduling/parameters'
import { reviewMemory } from '@/lib/core/memory/scheduling/scheduler'
import { studyDay } from '@/lib/core/memory/scheduling/study-day'
import { DAY_MS } from '@/lib/core/shared/time'

export const NOW = new Date('2026-11-24T12:00:00Z')
export const TODAY = studyDay(NOW, 'UTC', 4)
export const PACE = { secondsPerCard: 10, metToday: 0 }
export const NEW: Memory = { kind: 'new' }

/** A fact's memory after one Easy, so many days before NOW. */
export const seen = (daysAgo: number) =>
  reviewMemory(NEW, 'easy', new Date(NOW.getTime() - daysAgo * DAY_MS), DEFAULT_PARAMETERS, 'fact')
