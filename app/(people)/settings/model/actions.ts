'use server'

import { revalidatePath } from 'next/cache'
import type { Trial } from '@/components/model/try-model'
import { countTrial } from '@/lib/data/readings/ask-model'
import { isMonthUsedUp } from '@/lib/data/readings/find-reading'
import { modelSettings } from '@/lib/model/settings'
import { isOperator } from '@/lib/operators'
import { requireViewer } from '@/lib/session'
import { refusalSentences } from '../../../(learn)/decks/[id]/refusal-sentence'
import { runTrial } from './run-trial'

/** Asks the model about one sentence of ours; what this takes counts in the tokens of the month. */
export async function tryModel(): Promise<Trial> {
  const viewer = await requireViewer('/settings/model')
  const settings = modelSettings()
  if (settings.kind !== 'on' || !(await isOperator(viewer))) return { kind: 'untried' }
  const { monthlyTokens, connection, skippedStages } = settings
  const now = new Date()
  if (monthlyTokens !== null && (await isMonthUsedUp(monthlyTokens, now))) return { kind: 'limit' }
  const sentenceOf = await refusalSentences()
  const trial = await runTrial(connection, (tokens) => countTrial({ model: connection.name, ...tokens }, now), {
    ...{ sentenceOf, skippedStages },
  })
  revalidatePath('/settings/model')
  return trial
}
