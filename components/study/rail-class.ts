export const RAIL_BUTTON =
  'inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-control px-3 text-label font-[500] text-ink-muted no-underline hover:text-ink disabled:opacity-45 disabled:hover:text-ink-muted data-popup-open:text-ink max-sm:px-2'
export const RAIL_ICON = { 'aria-hidden': true, strokeWidth: 1.75, className: 'size-5 flex-none' } as const
