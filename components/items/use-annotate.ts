'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Annotation } from '@/lib/data/tags/annotate-facts'
import { updatePack } from '../offline/keep-packs'
import type { AnnotateOutcome, FactSelection, ReviewActions, Step } from './review-types'

type Desk = {
  /** Does a step that can be taken back; null: it came to nothing. */
  take: (step: Step, does: () => Promise<string | null>) => Promise<void>
  tell: (sentence: string) => void
}

/** Tags and marks for many facts at once, or one, each with one undo. */
export function useAnnotate(deckId: string, actions: ReviewActions, { take, tell }: Desk) {
  const t = useTranslations('items.told')
  const router = useRouter()

  const send = async (
    of: FactSelection,
    annotation: Annotation,
  ): Promise<Extract<AnnotateOutcome, { kind: 'annotated' }> | null> => {
    const outcome = await actions.annotate(deckId, of, annotation).catch(() => null)
    if (outcome?.kind === 'annotated') {
      router.refresh()
      void updatePack(deckId)
      return outcome
    }
    tell(t(outcome ? 'gone' : 'network'))
    return null
  }

  return async (of: FactSelection, annotation: Annotation): Promise<void> => {
    const sent = send(of, annotation)
    const back = async () => {
      const annotations = await sent
      if (!annotations) return false
      const { factIds, annotation: done } = annotations
      return factIds.length === 0 || (await send({ factIds }, { ...done, on: !done.on })) !== null
    }
    await take({ back }, async () => {
      const annotations = await sent
      if (!annotations) return null
      const name = annotations.annotation.kind === 'tag' ? annotations.annotation.name : ''
      const { kind } = annotation
      return annotation.on ? t(kind, { facts: annotations.facts, name }) : t(`${kind}Off`, { name })
    })
  }
}
