-- Whether a stored file is referred to is asked for each file, by whoever removes those that are not.
create index dispatch_content on dispatch (content_sha256);
