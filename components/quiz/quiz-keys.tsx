'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { KeysDialog } from '@/components/ui/keys-dialog'
import { useShortcut } from '@/components/ui/use-shortcut'

// F flags, so the sixth option has its number only.
const OPTION_KEYS = '123456789abcdeghi'
const LETTERS = 'abcdefghi'

/** Keys of a question. They press what is on the page, so that they can do nothing that a pointer cannot. */
export function QuizKeys({ previous, next }: { previous: string | null; next: string | null }) {
  const t = useTranslations('quiz.keys')
  const router = useRouter()
  useShortcut(OPTION_KEYS.split(''), (event) => choose(indexOf(event.key)))
  // Held down, it would also press what comes next.
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
  return <KeysDialog groups={groups} />
}

function indexOf(key: string): number {
  return /^\d$/.test(key) ? Number(key) - 1 : LETTERS.indexOf(key.toLowerCase())
}

const ANSWERS = 'input[name="answer"]:not([type="hidden"]), select[name="answer"], [data-direction="up"]'

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
