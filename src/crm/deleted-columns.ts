/** Columns that say of a row, in whatever CRM, that it is in the bin; compared as headers are. */
export const DELETED_COLUMNS: readonly string[] = [
  ...['is deleted', 'isdeleted', 'deleted', 'deleted flag', 'deleted?', 'in trash', 'trashed', 'record deleted'],
  ...['deleted at', 'deleted on', 'deleted date', 'date deleted', 'deletion date', 'deleted time', 'soft deleted'],
  ...['deal deleted', 'opportunity deleted', 'marked as deleted'],
  ...['gelöscht', 'ist gelöscht', 'gelöscht am', 'papierkorb'],
  ...['supprimé', 'supprimée', 'est supprimé', 'supprimé le', 'date de suppression', 'effacé'],
  ...['eliminado', 'eliminada', 'está eliminado', 'eliminado el', 'fecha de eliminación', 'borrado', 'borrada'],
  ...['excluído', 'excluída', 'excluído em', 'data de exclusão', 'apagado', 'deletado', 'eliminado em'],
  ...['eliminato', 'eliminata', 'eliminato il', 'data eliminazione', 'cancellato', 'cancellata'],
  ...['verwijderd', 'is verwijderd', 'verwijderd op'],
  ...['usunięty', 'usunięta', 'usunięte', 'usunięto', 'data usunięcia'],
  ...['smazáno', 'smazaný', 'odstraněno', 'raderad', 'borttagen', 'slettet', 'poistettu', 'törölt', 'șters'],
  ...['удалено', 'удалён', 'удалена', 'удален', 'дата удаления', 'видалено'],
  ...['silindi', 'silinmiş', 'silinme tarihi', 'διαγραμμένο'],
  ...['已删除', '删除', '是否删除', '删除时间', '已刪除', '削除', '削除済み', '削除日', '削除フラグ', '삭제', '삭제됨'],
  ...['حذف شده', 'حذف شد', 'حذف', 'تاریخ حذف', 'محذوف', 'محذوفة', 'تم الحذف', 'تاريخ الحذف'],
];

/** Columns that say of a row that it was put into an archive. */
export const ARCHIVED_COLUMNS: readonly string[] = [
  ...['is archived', 'archived', 'archived at', 'archived on', 'archiviert', 'archivé', 'archivée', 'archivado'],
  ...['arquivado', 'archiviato', 'gearchiveerd', 'zarchiwizowano', 'archivováno', 'архивная', 'в архиве'],
  ...['arşivlendi', '已归档', 'بایگانی شده'],
];

/** What such a column holds for a row in the bin, beside "yes" and a date. */
export const DELETED_WORDS: readonly string[] = [
  ...['deleted', 'archived', 'trashed', 'gelöscht', 'archiviert', 'supprimé', 'supprimée', 'archivé', 'eliminado'],
  ...['eliminada', 'borrado', 'excluído', 'excluída', 'eliminato', 'cancellato', 'verwijderd', 'usunięty', 'usunięta'],
  ...[
    'удалено',
    'удалён',
    'удалена',
    'silindi',
    '已删除',
    '删除',
    '是',
    '削除',
    '削除済み',
    'はい',
    'حذف شده',
    'محذوف',
  ],
  ...['tak', 'ano', 'sì', 'oui', 'sim', 'yes', '예', '네'],
];

/** What it holds for a row that is not, beside "no". */
export const KEPT_WORDS: readonly string[] = [
  ...['active', 'aktiv', 'actif', 'activo', 'ativo', 'attivo', 'kept', 'live', 'nie', 'ne', 'nee', 'nej', 'nei'],
  ...['否', '未删除', 'いいえ', '아니오', 'not deleted', 'فعال', 'نشط', '0000-00-00', '0000-00-00 00:00:00'],
];
