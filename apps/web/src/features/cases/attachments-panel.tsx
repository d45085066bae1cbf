import { DownloadOutlined, PaperClipOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { Attachment } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { downloadAttachment } from '../../shared/attachments/download-attachment.js';
import { FileButton } from '../../shared/attachments/file-button.js';
import { formatSize } from '../../shared/attachments/format-size.js';
import { useProblemText } from '../../shared/ui/problem-text.js';
import { uploadToCase } from './api/commands.js';
import { attachmentsQuery } from './api/get-case.js';

export function AttachmentsPanel({ rootId }: { readonly rootId: number }) {
  const texts = useTexts();
  const problemText = useProblemText();
  const client = useQueryClient();
  const { data = [] } = useQuery(attachmentsQuery(rootId));
  const upload = useMutation({
    mutationFn: (file: File) => uploadToCase(rootId, file),
    onSuccess: () => client.invalidateQueries({ queryKey: attachmentsQuery(rootId).queryKey }),
  });
  return (
    <section className="panel">
      <div className="panel__head">
        <h2>{texts.project.attachments}</h2>
        <FileButton text={texts.project.upload} isBusy={upload.isPending} onFile={(file) => upload.mutate(file)} />
      </div>
      {upload.isError ? <Alert type="error" showIcon title={problemText(upload.error)} /> : null}
      {data.length === 0 ? <p className="muted">{texts.project.noAttachments}</p> : null}
      <ul className="plain-list">
        {data.map((attachment) => (
          <AttachmentItem key={attachment.id} attachment={attachment} />
        ))}
      </ul>
    </section>
  );
}

function AttachmentItem({ attachment }: { readonly attachment: Attachment }) {
  const texts = useTexts();
  const problemText = useProblemText();
  const download = useMutation({ mutationFn: () => downloadAttachment(attachment) });
  return (
    <li className="attachment">
      <PaperClipOutlined />
      <span className="attachment__name">
        {attachment.name}
        <small className={download.isError ? 'problem' : 'muted'}>
          {download.isError ? problemText(download.error) : formatSize(attachment.size)}
        </small>
      </span>
      <Button
        type="text"
        size="small"
        icon={<DownloadOutlined />}
        loading={download.isPending}
        aria-label={`${texts.project.download} ${attachment.name}`}
        onClick={() => download.mutate()}
      />
    </li>
  );
}
