'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Annotation } from '@/lib/data/tags/flag-and-tag-facts'
import { updatePack } from '../offline/download-packs'
import type { AnnotateOutcome, FactSelection, ItemsActions } from './items-types'
import type { useUndoStack } from './use-undo-stack'

type UndoStack = Pick<ReturnType<typeof useUndoStack>, 'perform' | 'report'>

/** Tags and flags for facts. One undo takes back all that one call has changed. */
export function useFlagsAndTags(deckId: string, actions: ItemsActions, { perform, report }: UndoStack) {
  const t = useTranslations('items.told')
  const router = useRouter()

  const send = async (
    selection: FactSelection,
    annotation: Annotation,
  ): Promise<Extract<AnnotateOutcome, { kind: 'annotated' }> | null> => {
    const outcome = await actions.annotate(deckId, selection, annotation).catch(() => null)
    if (outcome?.kind === 'annotated') {
      router.refresh()
      void updatePack(deckId)
      return outcome
    }
    report(t(outcome ? 'gone' : 'network'))
    return null
  }

  return async (selection: FactSelection, annotation: Annotation): Promise<void> => {
    const sent = send(selection, annotation)
    const revert = async () => {
      const outcome = await sent
      if (!outcome) return false
      const { factIds, annotation: done } = outcome
      return factIds.length === 0 || (await send({ factIds }, { ...done, on: !done.on })) !== null
    }
    await perform({ revert }, async () => {
      const outcome = await sent
      if (!outcome) return null
      const name = outcome.annotation.kind === 'tag' ? outcome.annotation.name : ''
      const { kind } = annotation
      return annotation.on ? t(kind, { facts: outcome.facts, name }) : t(`${kind}Off`, { name })
    })
  }
}
