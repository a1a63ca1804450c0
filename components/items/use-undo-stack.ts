'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { notify } from '../ui/toaster'

/** `revert` says whether it succeeded. */
export type Step = { readonly revert: () => Promise<boolean> }

/** The steps since the page was loaded. `undo` reverts the last one; the toast of a step reverts that step. */
export function useUndoStack() {
  const t = useTranslations('items.told')
  const steps = useRef<Step[]>([])
  const toasts = useRef(new Map<Step, () => void>())

  const report = (sentence: string, onUndo?: () => void) =>
    notify(sentence, onUndo ? { label: t('undo'), run: onUndo } : undefined)

  const remove = (step: Step) => {
    steps.current = steps.current.filter((done) => done !== step)
  }

  const revert = async (step: Step | undefined) => {
    if (!step || !steps.current.includes(step)) return
    remove(step)
    if (!(await step.revert())) return
    toasts.current.get(step)?.()
    report(t('undone'))
  }

  /** Runs `act` and reports the sentence that it returns; null if it failed and has reported why. */
  const perform = async (step: Step, act: () => Promise<string | null>) => {
    // Pushed before it is saved, so that a quick `u` reverts this step and not the one before.
    steps.current.push(step)
    const sentence = await act()
    if (sentence === null) remove(step)
    if (sentence === null || !steps.current.includes(step)) return
    toasts.current.set(
      step,
      report(sentence, () => void revert(step)),
    )
  }

  const undo = () => {
    if (steps.current.length === 0) return Promise.resolve(void report(t('nothingToUndo')))
    return revert(steps.current.at(-1))
  }
  return { perform, report, undo }
}
