/** Of the word in the bar, before and after the menu behind it is fetched. */
export const ACCOUNT_CLASS =
  'inline-flex min-h-11 items-center rounded-control px-3 text-label font-[500] text-ink-muted no-underline hover:text-ink data-popup-open:text-ink max-sm:px-2 max-[26rem]:px-1'
