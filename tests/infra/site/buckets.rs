//! The buckets behind the distribution.

use serde_yaml_ng::Value;

use crate::template::{at, each, find, resources, text};

/// The bucket that no distribution stands before: its files are fetched by links.
const EXPORTS: &str = "Exports";

#[test]
fn every_bucket_is_private_encrypted_and_outlives_the_stack_and_files_of_the_site_can_be_had_back() {
    let buckets = resources("AWS::S3::Bucket");
    assert_eq!(buckets.keys().copied().collect::<Vec<_>>(), ["Exports", "Pages", "SiteBucket"]);
    for (name, bucket) in buckets {
        assert_eq!(text(at(bucket, &["DeletionPolicy"])), "Retain", "{name}");
        assert_eq!(text(at(bucket, &["UpdateReplacePolicy"])), "Retain", "{name}");
        let properties = at(bucket, &["Properties"]);
        for block in ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"] {
            let blocked = at(properties, &["PublicAccessBlockConfiguration", block]);
            assert_eq!(blocked, &Value::Bool(true), "{name}: {block}");
        }
        let owners = each(at(properties, &["OwnershipControls", "Rules"]));
        assert_eq!(text(at(owners[0], &["ObjectOwnership"])), "BucketOwnerEnforced", "{name}");
        assert!(
            find(properties, &["BucketEncryption", "ServerSideEncryptionConfiguration"]).is_some(),
            "{name}"
        );
        let rules = each(at(properties, &["LifecycleConfiguration", "Rules"]));
        if name == EXPORTS {
            // What people export goes after a day, also what they began and left.
            let begun = at(rules[0], &["AbortIncompleteMultipartUpload", "DaysAfterInitiation"]);
            let days = (at(rules[0], &["ExpirationInDays"]).as_u64(), begun.as_u64());
            assert_eq!(days, (Some(1), Some(1)));
            assert_eq!(find(properties, &["VersioningConfiguration"]), None);
            continue;
        }
        assert_eq!(text(at(properties, &["VersioningConfiguration", "Status"])), "Enabled", "{name}");
        let days = at(rules[0], &["NoncurrentVersionExpiration", "NoncurrentDays"]).as_u64();
        assert_eq!(days, Some(30), "{name}");
    }
}

#[test]
fn a_bucket_lets_this_distribution_read_and_nobody_do_anything_in_the_clear() {
    let policies = resources("AWS::S3::BucketPolicy");
    assert_eq!(policies.len(), resources("AWS::S3::Bucket").len());
    for (name, policy) in policies {
        let properties = at(policy, &["Properties"]);
        let bucket = text(at(properties, &["Bucket"]));
        let statements = each(at(properties, &["PolicyDocument", "Statement"]));
        let (deny, allowed) = statements.split_first().unwrap_or_else(|| panic!("{name} says nothing"));
        assert_eq!(text(at(deny, &["Effect"])), "Deny", "{name}");
        assert_eq!(text(at(deny, &["Principal"])), "*", "{name}");
        let secure = at(deny, &["Condition", "Bool", "aws:SecureTransport"]);
        assert_eq!(secure, &Value::Bool(false), "{name}");
        if bucket == EXPORTS {
            assert!(allowed.is_empty(), "{allowed:?}");
            continue;
        }
        let [allow] = allowed else { panic!("{name}: {statements:?}") };
        assert_eq!(text(at(allow, &["Effect"])), "Allow", "{name}");
        assert_eq!(text(at(allow, &["Principal", "Service"])), "cloudfront.amazonaws.com", "{name}");
        assert_eq!(each(at(allow, &["Action"])), ["s3:GetObject"], "{name}");
        assert_eq!(text(at(allow, &["Resource"])), format!("${{{bucket}.Arn}}/*"), "{name}");
        let of = text(at(allow, &["Condition", "StringEquals", "aws:SourceArn"]));
        assert_eq!(
            of, "arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Distribution}",
            "{name}"
        );
    }
}
