import { ANSIBLE_SERVER, CURL_REQUEST, OPENSTACK_SERVER_CREATE } from './scriptFormats';
import type { EachFormat, Format } from './format';
import {
  PACKER_SOURCE_IMAGE,
  TERRAFORM_DATA,
  TERRAFORM_IMAGE_ID,
  TERRAFORM_INSTANCE,
  TERRAFORM_VOLUME,
} from './hclFormats';
import { PLAIN_FORMATS, type PlainFormatId } from './plainFormats';
import { withComment } from './quoting/oneLine';
import { CSV_RECORDS, CSV_TABLE, JSON_ENTRIES, MARKDOWN_TABLE } from './tableFormats';

/**
 * The forms in which images are copied and inserted, a row each, in the order in which they are offered where nothing else
 * decides. Their words stand in `text/formatNames.ts`.
 */
export const FORMATS = {
  id: plain('id'),
  name: plain('name'),
  idAndName: {
    languages: ['plaintext', 'yaml', 'ansible'],
    indentation: 'margin',
    endsLine: true,
    between: 'line',
    linesOf: ({ image }) => (image.id === '' ? undefined : [withComment(image.id, image.name, '  ')]),
  },
  terraformImageId: TERRAFORM_IMAGE_ID,
  terraformInstance: TERRAFORM_INSTANCE,
  terraformVolume: TERRAFORM_VOLUME,
  terraformData: TERRAFORM_DATA,
  ansibleServer: ANSIBLE_SERVER,
  openstackServerCreate: OPENSTACK_SERVER_CREATE,
  curl: CURL_REQUEST,
  packerSourceImage: PACKER_SOURCE_IMAGE,
  json: JSON_ENTRIES,
  csvRecords: CSV_RECORDS,
  csvTable: CSV_TABLE,
  markdownTable: MARKDOWN_TABLE,
} as const satisfies Readonly<Record<string, Format>>;

/** Part of what is stored as used last: an id stays what it is. */
export type FormatId = keyof typeof FORMATS;

/** In the order of `FORMATS`. */
export const FORMAT_IDS = Object.keys(FORMATS) as readonly FormatId[];

/** The same text as by the command of its own, one line end or whatever is set between two. */
function plain(id: PlainFormatId): EachFormat {
  return {
    languages: ['plaintext'],
    indentation: 'margin',
    between: 'separator',
    linesOf: ({ image }) => {
      const text = PLAIN_FORMATS[id](image);
      return text === '' ? undefined : [text];
    },
  };
}
