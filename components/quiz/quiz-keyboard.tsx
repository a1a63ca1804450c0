'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { ShortcutsDialog } from '@/components/ui/shortcuts-dialog'
import { useShortcut } from '@/components/ui/use-shortcut'

// F flags, so the sixth option has its number only.
const OPTION_KEYS = '123456789abcdeghi'
const LETTERS = 'abcdefghi'

/** Keys of a question. They press controls of the page, so that they do nothing that a pointer cannot. */
export function QuizKeys({ previous, next }: { previous: string | null; next: string | null }) {
  const t = useTranslations('quiz.keys')
  const router = useRouter()
  useShortcut(OPTION_KEYS.split(''), (event) => choose(indexOf(event.key)))
  // A key held down would also press what comes next.
  useShortcut('enter', () => press('primary'), true, { once: true })
  useShortcut('f', () => press('flag'))
  useShortcut('n', () => press('next') || (next && router.push(next)))
  useShortcut('p', () => press('previous') || (previous && router.push(previous)))
  const groups = [
    {
      title: t('title'),
      keys: [
        { keys: ['1–9', 'A–I'], does: t('choose') },
        { keys: ['↑', '↓'], does: t('move') },
        { keys: ['Enter'], does: t('enter') },
        { keys: ['N'], does: t('next') },
        { keys: ['P'], does: t('previous') },
        { keys: ['F'], does: t('flag') },
      ],
    },
  ]
  return <ShortcutsDialog groups={groups} />
}

function indexOf(key: string): number {
  return /^\d$/.test(key) ? Number(key) - 1 : LETTERS.indexOf(key.toLowerCase())
}

const ANSWERS = 'input:is([type=radio], [type=checkbox])[name=answer], select[name=answer], [data-direction=up]'

/** Ticks an option; goes to a select or to an entry that can be moved. */
function choose(index: number): void {
  const answer = document.querySelector('[data-task="form"]')?.querySelectorAll<HTMLElement>(ANSWERS)[index]
  answer?.focus()
  if (answer instanceof HTMLInputElement) answer.click()
}

/** Presses the control of this task; false where the page has none. */
function press(task: string): boolean {
  const control = document.querySelector<HTMLElement>(`[data-press~="${task}"]`)
  control?.click()
  return control !== null
}

/**
 * After each step the focus moves to the next part of the task, and the result is announced. On arrival it moves to the
 * question, so that one Tab reaches the answer, unless the learner has already focused something else.
 */
export function TaskFocus({ step, target, said }: { step: string; target: 'stem' | 'feedback'; said: string }) {
  const announce = useAnnounce()
  const before = useRef<string>(undefined)
  useEffect(() => {
    const isArrival = before.current === undefined
    if (before.current === step) return
    before.current = step
    if (isArrival && document.activeElement !== document.body) return
    goTo(isArrival ? 'stem' : target)
    if (!isArrival) announce(said)
  }, [step, target, said, announce])
  return null
}

function goTo(place: 'stem' | 'feedback'): void {
  find(place)?.focus({ preventScroll: true })
  // Shows all of the evidence above the footer, where it fits.
  if (place === 'feedback') find('evidence')?.scrollIntoView({ block: 'nearest' })
}

function find(task: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-task="${task}"]`)
}
