'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { useAnnounce } from '../ui/live-region'
import { notify } from '../ui/toaster'
import type { Step } from './review-types'

/** What was done on this page since it was loaded. Undone in reverse order, or each from where it is told. */
export function useSteps() {
  const t = useTranslations('items.told')
  const announce = useAnnounce()
  const steps = useRef<Step[]>([])
  const toasts = useRef(new Map<Step, () => void>())

  const tell = (sentence: string, back?: () => void) => {
    announce(sentence)
    return notify(sentence, back ? { label: t('undo'), run: back } : undefined)
  }

  const takeBack = async (step: Step | undefined) => {
    if (!step || !steps.current.includes(step)) return
    steps.current = steps.current.filter((other) => other !== step)
    if (!(await step.back())) return
    // What it told holds no longer, and its way back leads nowhere.
    toasts.current.get(step)?.()
    tell(t('undone'))
  }

  /** Does something and tells it; null: it came to nothing, and why was told. */
  const take = async (step: Step, does: () => Promise<string | null>) => {
    // It counts before it is saved, so that a quick `u` takes back this step and not the one before.
    steps.current.push(step)
    const sentence = await does()
    if (sentence === null) steps.current = steps.current.filter((other) => other !== step)
    if (sentence === null || !steps.current.includes(step)) return
    const withdraw = tell(sentence, () => void takeBack(step))
    toasts.current.set(step, withdraw)
  }

  return { take, tell, undo: () => takeBack(steps.current.at(-1)) }
}
