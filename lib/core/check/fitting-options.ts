import type { WrittenItem } from '../item/item'
import { checkOptions } from './check-options'
import type { CheckContext, FindingCode } from './check-result'
import { checkForm } from './check-wording'

/** How many wrong options an item may have is no matter of one of them. */
const OF_ALL: FindingCode = 'number-of-options'

/**
 * The first options that no check would object to as the only wrong ones of an item: of the kind and the form of its key, none of
 * them right by the text. At most so many.
 */
export function fittingOptions(
  item: WrittenItem,
  options: readonly string[],
  context: CheckContext,
  most: number,
): string[] {
  const fitting: string[] = []
  for (const option of options) {
    if (fitting.length === most) break
    if (fits(item, option, context)) fitting.push(option)
  }
  return fitting
}

function fits(item: WrittenItem, option: string, context: CheckContext): boolean {
  // Twice, because the form is compared from three options on.
  const offered: WrittenItem = { ...item, type: 'choice', options: [...item.key, option, option] }
  const found = [...checkOptions(offered, context), ...checkForm(offered, context)]
  return found.every(({ code }) => code === OF_ALL)
}
