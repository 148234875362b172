export {
  type CoopDetails,
  type DetailRefusal,
  detailsOn,
  detailWithin,
  type WrittenDetail,
  writeDetail,
  writtenDetails,
} from './coop-details.ts';
