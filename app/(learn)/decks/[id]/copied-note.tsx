import { getTranslations } from 'next-intl/server'
import { z } from 'zod'

const Copied = z.enum(['copied', 'duplicate', 'had']).nullable().catch(null)
const Refused = z.enum(['generating', 'too-many', 'limit-reached']).nullable().catch(null)

/** What became of a copy that was asked for, as the address says it. */
export async function CopiedNote({ asked }: { asked: string | string[] | undefined }) {
  const t = await getTranslations('share.copy')
  const [done, refused] = [Copied.parse(asked ?? null), Refused.parse(asked ?? null)]
  if (!done && !refused) return null
  return (
    <p role="status" className="measure pt-6 font-[500]">
      {done ? t('done', { kind: done }) : t('refused', { reason: refused ?? '' })}
    </p>
  )
}
