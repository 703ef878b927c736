import { l10n } from 'vscode';
import type { TableColumn } from '../copy/format';
import type { FormatId } from '../copy/formats';

/** What a format is called where one is chosen. */
interface FormatName {
  readonly label: () => string;
  /** What it is for, where the label does not say it. */
  readonly detail?: () => string;
}

const NAMES: Readonly<Record<FormatId, FormatName>> = {
  id: { label: () => l10n.t('ID') },
  name: { label: () => l10n.t('Name') },
  idAndName: { label: () => l10n.t('ID with the Name as a Comment') },
  terraformImageId: {
    label: () => l10n.t('Terraform: image_id'),
    detail: () => l10n.t('The line of an instance'),
  },
  terraformInstance: {
    label: () => l10n.t('Terraform: Instance'),
    detail: () => 'openstack_compute_instance_v2',
  },
  terraformVolume: {
    label: () => l10n.t('Terraform: Boot Volume'),
    detail: () => l10n.t('openstack_blockstorage_volume_v3, as ConoHa VPS 3.0 requires'),
  },
  terraformData: {
    label: () => l10n.t('Terraform: Data Source'),
    detail: () => l10n.t('openstack_images_image_v2: the newest image of the name'),
  },
  ansibleServer: { label: () => l10n.t('Ansible: Task'), detail: () => 'openstack.cloud.server' },
  openstackServerCreate: {
    label: () => l10n.t('OpenStack Command'),
    detail: () => 'openstack server create',
  },
  curl: {
    label: () => l10n.t('curl Command'),
    detail: () => l10n.t('Asks for the image, with $OS_TOKEN in place of the token'),
  },
  packerSourceImage: {
    label: () => l10n.t('Packer: source_image'),
    detail: () => l10n.t('The line of a source'),
  },
  json: { label: () => l10n.t('JSON') },
  csvRecords: { label: () => l10n.t('CSV Lines') },
  csvTable: { label: () => l10n.t('CSV Table'), detail: () => l10n.t('With the names of the columns') },
  markdownTable: { label: () => l10n.t('Markdown Table') },
};

const HEADINGS: Readonly<Record<TableColumn, () => string>> = {
  id: () => l10n.t('ID'),
  name: () => l10n.t('Name'),
  status: () => l10n.t('Status'),
  app: () => l10n.t('App'),
  distribution: () => l10n.t('Distribution'),
  disk: () => l10n.t('Disk (GB)'),
  size: () => l10n.t('Size (bytes)'),
  created: () => l10n.t('Created'),
};

/** What a format is called in the language of the editor, and what it is for, where its name does not say that. */
export function formatName(format: FormatId): {
  readonly label: string;
  readonly detail: string | undefined;
} {
  const { label, detail } = NAMES[format];
  return { label: label(), detail: detail?.() };
}

/** What the columns of a table for people are called. */
export function columnHeadings(): Readonly<Record<TableColumn, string>> {
  const headings = Object.entries(HEADINGS).map(([column, heading]) => [column, heading()] as const);
  return Object.fromEntries(headings) as Readonly<Record<TableColumn, string>>;
}
