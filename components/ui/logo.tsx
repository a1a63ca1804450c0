import { clsx } from 'clsx'

/** An open book of four triangles. Decorative: the name is beside it or on its link. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={clsx('flex-none fill-current', className ?? 'size-[1.625rem]')}
    >
      <path d="M0 1.2 7.2 5.4 0 10.2z" />
      <path d="M7.5 6.6V15L.8 11.1z" />
      <path d="M8.5 6.6V15l6.7-3.9z" />
      <path d="M16 1.2 8.8 5.4 16 10.2z" className="fill-accent" />
    </svg>
  )
}
