import type { WrittenItem } from '../item/item'
import { checkOptions } from './check-options'
import type { CheckContext, FindingCode } from './check-result'
import { checkForm } from './check-wording'

/** How many wrong options an item may have is no matter of one of them. */
const OF_ALL: FindingCode = 'number-of-options'

// Each may be looked up in all of the text; the best come first.
const MOST_TRIED = 100

/**
 * The first options that no check would object to as the only wrong ones of an item: of the kind and the form of its key, none of
 * them right by the text. At most so many, of the first hundred.
 */
export function fittingOptions(
  item: WrittenItem,
  options: readonly string[],
  context: CheckContext,
  most: number,
): string[] {
  const fitting: string[] = []
  for (const option of options.slice(0, MOST_TRIED)) {
    if (fitting.length === most) break
    if (fits(item, option, context)) fitting.push(option)
  }
  return fitting
}

function fits(item: WrittenItem, option: string, context: CheckContext): boolean {
  const offered = (...wrong: string[]): WrittenItem => ({ ...item, type: 'choice', options: [...item.key, ...wrong] })
  // Twice, because the form is compared from three options on. It comes first: the other check reads the text.
  if (checkForm(offered(option, option), context).length > 0) return false
  return checkOptions(offered(option), context).every(({ code }) => code === OF_ALL)
}
