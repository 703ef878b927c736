import type { ImageRecord } from '../images';

export type Visibility = 'public' | 'private' | 'shared' | 'community';
/** What became of a share, by the project with which an image is shared. */
export type MemberStatus = 'accepted' | 'pending' | 'rejected';

/** The project that every public image of a generated catalogue belongs to. */
export const vendorProject = '11111111111111111111111111111111';

export function ownerOf({ owner }: ImageRecord, tenantId: string): string {
  return owner ?? tenantId;
}

/** As of new images since Glance v2.5: `shared`, although nobody shares them. */
export function visibilityOf({ visibility }: ImageRecord): Visibility {
  return visibility ?? 'shared';
}

/** What of a tenant's images a list is to hold; without anything said, that of `/v2/images`, and of Nova's lists. */
export interface Scope {
  readonly visibility?: Visibility | 'all';
  readonly memberStatus?: MemberStatus | 'all';
  readonly hidden?: boolean;
}

export function isInScope(image: ImageRecord, tenantId: string, scope: Scope = {}): boolean {
  const { visibility, memberStatus = 'accepted', hidden = false } = scope;
  if ((image.hidden ?? false) !== hidden) return false;
  const its = visibilityOf(image);
  const isOwn = ownerOf(image, tenantId) === tenantId;
  if (visibility !== undefined && visibility !== 'all' && visibility !== its) return false;
  if (isOwn || its === 'public') return true;
  if (its === 'community') return visibility !== undefined;
  return its === 'shared' && (memberStatus === 'all' || (image.memberStatus ?? 'accepted') === memberStatus);
}
