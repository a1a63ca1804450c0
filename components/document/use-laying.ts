'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { renewPack } from '../offline/keep-packs'
import type { FactsOf, Laying, LayOutcome, ReviewActions, Step } from './review-types'

type Desk = {
  /** Does a step that can be taken back; null: it came to nothing. */
  take: (step: Step, does: () => Promise<string | null>) => Promise<void>
  tell: (sentence: string) => void
}

/** Tags and marks for many facts at once, or one, each with one undo. */
export function useLaying(deckId: string, actions: ReviewActions, { take, tell }: Desk) {
  const t = useTranslations('items.told')
  const router = useRouter()

  const send = async (of: FactsOf, laying: Laying): Promise<Extract<LayOutcome, { kind: 'laid' }> | null> => {
    const outcome = await actions.lay(deckId, of, laying).catch(() => null)
    if (outcome?.kind === 'laid') {
      router.refresh()
      void renewPack(deckId)
      return outcome
    }
    tell(t(outcome ? 'gone' : 'network'))
    return null
  }

  return async (of: FactsOf, laying: Laying): Promise<void> => {
    const sent = send(of, laying)
    const back = async () => {
      const laid = await sent
      if (!laid) return false
      const { factIds, laying: done } = laid
      return factIds.length === 0 || (await send({ factIds }, { ...done, on: !done.on })) !== null
    }
    await take({ back }, async () => {
      const laid = await sent
      if (!laid) return null
      const name = laid.laying.kind === 'tag' ? laid.laying.name : ''
      const { kind } = laying
      return laying.on ? t(kind, { facts: laid.facts, name }) : t(`${kind}Off`, { name })
    })
  }
}
