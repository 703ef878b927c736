import { randomBytes } from 'node:crypto';
import type { Clock } from './clock';

export interface Token {
  readonly id: string;
  /** Absent: an unscoped token, good for nothing but asking for projects. */
  readonly tenantId?: string;
  readonly userId?: string;
  /** Milliseconds since 1970, by the server's clock. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** Set once revoked; the token still works until then, as behind a cache. */
  readonly endsAt?: number;
}

export interface TokenRequest {
  readonly tenantId?: string;
  readonly userId?: string;
  readonly lifetimeSeconds?: number;
  /** Instead of a lifetime, the end of it. */
  readonly expiresAt?: number;
  /** The token itself; random if absent: 32 hex digits, or about 180 characters as current Keystone has them. */
  readonly id?: string;
  readonly style?: 'short' | 'long';
}

export class Tokens {
  private readonly byId = new Map<string, Token>();

  constructor(
    private readonly clock: Clock,
    /** Lifetime of tokens that the identity service issues. */
    private readonly lifetimeSeconds: number,
    /** How long a revoked token keeps working. */
    private readonly revocationLagSeconds: number,
  ) {}

  issue(request: TokenRequest): Token {
    const now = this.clock.now();
    const token: Token = {
      id: request.id ?? (request.style === 'long' ? longToken() : randomBytes(16).toString('hex')),
      tenantId: request.tenantId,
      userId: request.userId,
      issuedAt: now,
      expiresAt: request.expiresAt ?? now + (request.lifetimeSeconds ?? this.lifetimeSeconds) * 1000,
    };
    this.byId.set(token.id, token);
    return token;
  }

  /** The token, if it is good now. */
  valid(id: string | undefined): Token | undefined {
    const token = id === undefined ? undefined : this.byId.get(id);
    const end = token && Math.min(token.expiresAt, token.endsAt ?? Infinity);
    return end !== undefined && this.clock.now() < end ? token : undefined;
  }

  list(): readonly Token[] {
    return [...this.byId.values()];
  }

  /** Ends a token's life now, as if its time were up. */
  expire(id: string): void {
    this.change(id, { expiresAt: this.clock.now() });
  }

  expireAll(): void {
    for (const id of this.byId.keys()) this.expire(id);
  }

  revoke(id: string): void {
    this.change(id, { endsAt: this.clock.now() + this.revocationLagSeconds * 1000 });
  }

  private change(id: string, patch: Partial<Token>): void {
    const token = this.byId.get(id);
    if (!token) throw new Error('There is no such token');
    this.byId.set(id, { ...token, ...patch });
  }
}

/** As long and as odd-looking as what current Keystone issues. */
function longToken(): string {
  return `gAAAAAB${randomBytes(132).toString('base64url').slice(0, 176)}`;
}
