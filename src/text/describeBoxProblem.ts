import type { ApiError } from '../api/apiError';
import type { TenantProblem } from '../api/endpoint';
import type { PastedTokenProblem } from '../api/pasted/pastedToken';
import type { Service } from '../api/serviceOfAddress';
import type { CloudProblem } from '../auth/clouds/cloud';
import type { CloudsFileError } from '../auth/clouds/cloudsFileError';
import type { AddressFailure } from '../auth/connect';
import type { NameProblem } from '../auth/typedName';
import type { InstantProblem } from '../catalog/filter/instant';
import type { PatternError } from '../catalog/pattern';
import type { ImagesEndpointProblem } from '../api/images/imagesEndpoint';
import { addressQuestionTexts } from './addressQuestionTexts';
import { boxTexts } from './boxTexts';
import { cloudQuestionTexts } from './cloudQuestionTexts';
import { cloudProblemText, cloudsFileErrorText, unreadSecretsText, type KeySpelling } from './describeCloud';
import { addressFailureText, endpointProblemText, tenantProblemText } from './describeEndpoint';
import { noIdentityText } from './describeIdentity';
import { errorSentence } from './describeError';
import { tooLongText } from './describeLength';
import { emailAnywhereText, emailUserText, nameProblemText } from './describeName';
import { pastedProblemText, type PastedProblem } from './describePasted';
import { describePatternProblem } from './describePattern';
import type { SignInBox } from './describeSignInError';
import { expiredText, otherProjectText, pastedTokenProblemText } from './describeToken';
import { filterTexts } from './filterTexts';
import { firstQuestionTexts } from './firstQuestionTexts';
import { tokenQuestionTexts } from './tokenQuestionTexts';

/** Why what stands in a box, or a row of it, is not taken; or what is worth knowing of it. */
export type BoxProblem =
  | PlainProblem
  | { readonly kind: 'tooLong'; readonly most: number }
  | { readonly kind: 'endpoint'; readonly problem: ImagesEndpointProblem }
  /** An address of another service in the place of one of Identity. */
  | { readonly kind: 'notIdentity'; readonly service: Exclude<Service, 'identity'> }
  | { readonly kind: 'address'; readonly failure: AddressFailure; readonly box: SignInBox }
  | { readonly kind: 'name'; readonly problem: NameProblem }
  | { readonly kind: 'tenant'; readonly problem: TenantProblem; readonly tenant: string }
  /** `host` is that of the server that the token is for. */
  | { readonly kind: 'token'; readonly problem: PastedTokenProblem; readonly host: string }
  /** The token is for another project than this one. */
  | { readonly kind: 'otherProject'; readonly tenant: string }
  /** When the token ended, milliseconds since 1970-01-01 UTC. */
  | { readonly kind: 'expired'; readonly at: number }
  | { readonly kind: 'pasted'; readonly pasted: PastedProblem }
  | { readonly kind: 'cloud'; readonly problem: CloudProblem; readonly spelling: KeySpelling }
  | { readonly kind: 'cloudsFile'; readonly error: unknown }
  | { readonly kind: 'unreadSecrets'; readonly error: CloudsFileError }
  /** No token could be had of the cloud of this name. */
  | { readonly kind: 'cloudFailed'; readonly name: string; readonly failure: ApiError }
  | { readonly kind: 'instant'; readonly problem: InstantProblem }
  | { readonly kind: 'pattern'; readonly error: PatternError }
  /** Something has failed on the way: an error without secrets. */
  | { readonly kind: 'thrown'; readonly error: unknown };

/** What says all by its name. */
type PlainProblem = keyof typeof PLAIN;

const PLAIN = {
  required: boxTexts.required,
  noLabel: boxTexts.noLabel,
  hiddenPaste: addressQuestionTexts.hidden,
  emailAddress: addressQuestionTexts.email,
  emailUser: emailUserText,
  emailAnywhere: emailAnywhereText,
  emptyClipboard: firstQuestionTexts.emptyClipboard,
  slowClouds: firstQuestionTexts.slowClouds,
  nothingSent: cloudQuestionTexts.nothingSent,
  tenantNeeded: tokenQuestionTexts.tenantNeeded,
  noSize: filterTexts.noSize,
  endBeforeStart: filterTexts.endBeforeStart,
} as const;

/** What a box says of a problem. */
export function boxProblemText(problem: BoxProblem): string {
  if (typeof problem === 'string') return PLAIN[problem]();
  switch (problem.kind) {
    case 'tooLong':
      return tooLongText(problem.most);
    case 'endpoint':
      return endpointProblemText(problem.problem);
    case 'notIdentity':
      return noIdentityText(problem.service);
    case 'address':
      return addressFailureText(problem.failure, problem.box);
    case 'name':
      return nameProblemText(problem.problem);
    case 'tenant':
      return tenantProblemText(problem.problem, problem.tenant);
    case 'token':
      return pastedTokenProblemText(problem.problem, problem.host);
    case 'otherProject':
      return otherProjectText(problem.tenant);
    case 'expired':
      return expiredText(problem.at);
    case 'pasted':
      return pastedProblemText(problem.pasted);
    case 'cloud':
      return cloudProblemText(problem.problem, problem.spelling);
    case 'cloudsFile':
      return cloudsFileErrorText(problem.error);
    case 'unreadSecrets':
      return unreadSecretsText(problem.error);
    case 'cloudFailed':
      return cloudQuestionTexts.failed(problem.name, errorSentence(problem.failure));
    case 'instant':
      return filterTexts.instantProblem(problem.problem);
    case 'pattern':
      return describePatternProblem(problem.error);
    case 'thrown':
      return errorSentence(problem.error);
  }
}
