import 'server-only'
import { LIT_END, LIT_START } from '../../core/shared/highlight'

export type Range = { readonly from: number; readonly most: number }

/** A word that stands nearly everywhere ranks nothing: of what has it these many are looked at. */
export const MOST_RANKED = 1_000
/** For `ts_headline`: the whole text, with the words that were found between signs that no text has. */
export const LIT_WHOLE = `HighlightAll=true, StartSel=${LIT_START}, StopSel=${LIT_END}`
