// tsx e2e/support/make-history.ts: gives the owner of a stopped server's only private document two months of reviews.
import { closeDb, db } from '../../lib/db'
import { giveForgetfulHistory } from '../../test/forgetful-history'

try {
  const { id, ownerId } = await db().document.findFirstOrThrow({ where: { ownerId: { not: null } } })
  if (ownerId) await giveForgetfulHistory(ownerId, id, new Date())
} finally {
  await closeDb()
}
