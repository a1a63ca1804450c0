'use client'

import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Reading } from '@/lib/data/readings/find-reading'
import { useAnnounce } from '../ui/live-region'

/** What the screens say of a document that the model reads. */
export type ShownReading = Omit<Reading, 'consent' | 'promptTokens' | 'completionTokens' | 'resumeAt'> & {
  /** In ISO 8601. */
  readonly resumeAt: string | null
  readonly tokens: number
  /** Cards that can be studied now. */
  readonly cards: number
}

/** The reason as a choice of the message `why`; a name there has no hyphen. */
export const reasonKey = ({ state, reason }: ShownReading): string =>
  state === 'limit' ? state : (reason ?? 'none').replaceAll('-', '_')

const POLL_EVERY_MS = 2_000
const POLL_RESTING_EVERY_MS = 15_000

const isResting = ({ resumeAt }: ShownReading) => resumeAt !== null

const goesOn = (reading: ShownReading) =>
  reading.state === 'running' || reading.state === 'waiting' || isResting(reading)

/** When a reading that rests goes on by itself, as a sentence; null where it does not. */
export function useResumes({ resumeAt }: ShownReading): string | null {
  const t = useTranslations('reading')
  const format = useFormatter()
  if (resumeAt === null) return null
  const at = { day: 'numeric', month: 'long', hour: 'numeric', minute: 'numeric' } as const
  return t('resumes', { at: format.dateTime(new Date(resumeAt), at) })
}

/** Polls while the model reads, or will go on by itself. When it ends or pauses, announces it and refreshes the page. */
export function useReading(deckId: string, initial: ShownReading): ShownReading {
  const [polled, setPolled] = useState<ShownReading | null>(null)
  const router = useRouter()
  const announce = useAnnounce()
  const t = useTranslations('reading')
  // biome-ignore lint/correctness/useExhaustiveDependencies: how the end is announced does not change what is polled.
  useEffect(() => {
    setPolled(null)
    if (!goesOn(initial)) return
    const show = (next: ShownReading) => setPolled((before) => withSteadyMinutes(before ?? initial, next))
    return poll(deckId, initial, show, (end) => {
      if (end !== 'gone') announce(t(`title.${end.state}`))
      router.refresh()
    })
    // Each refresh gives another `initial`, perhaps in the same state: somebody may have resumed what has just ended.
  }, [deckId, initial])
  return polled ?? initial
}

/** The pace varies from section to section: a minute more is not shown. */
function withSteadyMinutes(before: ShownReading, next: ShownReading): ShownReading {
  const isMinuteMore = before.minutesLeft !== null && next.minutesLeft === before.minutesLeft + 1
  return isMinuteMore ? { ...next, minutesLeft: before.minutesLeft } : next
}

/** `gone`: the deck was deleted. */
type End = ShownReading | 'gone'

const isEnd = (answer: End | 'unknown'): answer is End => answer === 'gone' || (answer !== 'unknown' && !goesOn(answer))

/** The buttons and the sentences of a page differ while it rests. */
const changesRest = (answer: End | 'unknown', before: ShownReading): answer is ShownReading =>
  answer !== 'gone' && answer !== 'unknown' && isResting(answer) !== isResting(before)

function poll(
  deckId: string,
  initial: ShownReading,
  onReading: (reading: ShownReading) => void,
  onEnd: (end: End) => void,
): () => void {
  const every = isResting(initial) ? POLL_RESTING_EVERY_MS : POLL_EVERY_MS
  let timer = window.setTimeout(ask, every)
  let isStopped = false
  async function ask() {
    const answer = document.hidden ? 'unknown' : await fetchReading(deckId)
    if (isStopped) return
    if (isEnd(answer) || changesRest(answer, initial)) return onEnd(answer)
    if (answer !== 'unknown') onReading(answer)
    timer = window.setTimeout(ask, every)
  }
  return () => {
    isStopped = true
    window.clearTimeout(timer)
  }
}

async function fetchReading(deckId: string): Promise<End | 'unknown'> {
  try {
    const response = await fetch(`/api/decks/${deckId}/reading`)
    if (response.status === 404) return 'gone'
    return response.ok ? await response.json() : 'unknown'
  } catch {
    return 'unknown'
  }
}
